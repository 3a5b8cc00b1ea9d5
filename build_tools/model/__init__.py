"""What the stages hand to one another. No computing, no disk.

Every ``start``/``end`` is a half-open range of code points into ``Document.text``, which is the decoded
file exactly as it lies on disk: ``text[start:end]`` is the surface. Numbers are plain decimal strings.
"""

from __future__ import annotations

from build_tools.model.annotated import (
    AnnotatedDocument as AnnotatedDocument,
    AnnotatedTranslation as AnnotatedTranslation,
    Figure as Figure,
    Mention as Mention,
    Undecided as Undecided,
)
from build_tools.model.authority import (
    Alias as Alias,
    Authority as Authority,
    Entity as Entity,
    EntityType as EntityType,
    Relation as Relation,
)
from build_tools.model.documents import (
    Document as Document,
    EditorAnnotation as EditorAnnotation,
    Original as Original,
    Paragraph as Paragraph,
    Record as Record,
    Source as Source,
    Translation as Translation,
)
from build_tools.model.gathered import (
    Alike as Alike,
    Archive as Archive,
    Companion as Companion,
    Comparison as Comparison,
    EntityUse as EntityUse,
    FigureUse as FigureUse,
    Form as Form,
    MeasuredStatement as MeasuredStatement,
    Occurrence as Occurrence,
    Passage as Passage,
    Place as Place,
    Story as Story,
    StoryRow as StoryRow,
)
from build_tools.model.measures import (
    Measure as Measure,
    Question as Question,
    Statement as Statement,
)
from build_tools.model.seeds import (
    NO_RULES as NO_RULES,
    HouseRules as HouseRules,
    Seeds as Seeds,
)
from build_tools.model.site import (
    OutputFile as OutputFile,
    SameFile as SameFile,
    Site as Site,
)
from build_tools.model.values import (
    Assumption as Assumption,
    Boilerplate as Boilerplate,
    Division as Division,
    EvidenceKind as EvidenceKind,
    Kind as Kind,
    Localized as Localized,
    Maker as Maker,
    Modifier as Modifier,
    ParagraphKind as ParagraphKind,
    Period as Period,
    Reason as Reason,
    Reasons as Reasons,
    Rights as Rights,
    RowKind as RowKind,
    Suspect as Suspect,
    Verdict as Verdict,
)
