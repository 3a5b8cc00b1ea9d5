// The encoder for a page: it computes in a worker (encoding.js), so that the page answers its reader meanwhile.

export class Apart {
  /** `address` of the worker; `folder` and `name`: where the encoder's files are, and under which name they are kept. */
  constructor(address, folder, name) {
    this.files = { folder: folder.href, name };
    this.waiting = [];
    this.worker = new Worker(address);
    this.worker.onmessage = ({ data: { result, failure } }) => {
      const { resolve, reject } = this.waiting.shift();
      if (failure) reject(Object.assign(new Error(failure.message), failure));
      else resolve(result);
    };
    this.worker.onerror = ({ message }) => {
      for (const { reject } of this.waiting.splice(0)) reject(new Error(message));
    };
  }

  /** Reads what every query needs. Throws what the encoder throws. */
  async open() {
    try {
      this.asking = await this.ask(this.files);
    } catch (error) {
      this.worker.terminate();
      throw error;
    }
    return this;
  }

  /** The direction of a text: 512 numbers. */
  encode(text) {
    return this.ask({ text });
  }

  /** Answers come in the order of the questions. */
  ask(question) {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(question);
    });
  }
}
