"""Opening the zip inside a DOCX or ODT without trusting anything it says about itself."""

import zipfile
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from storage.extraction.outcome import Refused

MAX_MEMBERS = 2_000
# A hundred pages of WordprocessingML stay under this; a bomb does not.
MAX_MEMBER_BYTES = 48 * 1024 * 1024
_ENCRYPTED = 0x1


class Archive:
    """Members by name. Reading one stops at `MAX_MEMBER_BYTES` of real output, whatever the directory claims."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Refused("resume_unreadable") from error
        if len(self._zip.namelist()) > MAX_MEMBERS:
            raise Refused("resume_unreadable")

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    @property
    def names(self) -> list[str]:
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise Refused("resume_unreadable")
        if info.flag_bits & _ENCRYPTED:
            raise Refused("resume_encrypted")
        content = self._unpacked(info)
        if len(content) > MAX_MEMBER_BYTES:
            raise Refused("resume_unreadable")
        return content

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        try:
            with self._zip.open(info) as member:
                return member.read(MAX_MEMBER_BYTES + 1)
        except Exception as error:  # zipfile lets zlib's, struct's and its own errors through
            raise Refused("resume_unreadable") from error

    def xml(self, name: str) -> Element:
        """The parsed member; a document type, an entity or an external reference in it is a refusal."""
        try:
            root: Element = fromstring(self.read(name), forbid_dtd=True)
        except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
            raise Refused("resume_unreadable") from error
        return root
