from tests.built_site import site

__all__ = ["site"]
