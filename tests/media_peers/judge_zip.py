"""Archives by zipfile."""

import datetime
import zipfile


def faults(path, wanted):
    with zipfile.ZipFile(path) as archive:
        if archive.testzip() is not None:
            yield f"bad checksum of {archive.testzip()}"
        found = [{"name": name, "text": archive.read(name).decode()} for name in archive.namelist()]
        if found != wanted["files"]:
            yield f"{found} is not {wanted['files']}"
        modified = datetime.datetime.fromtimestamp(wanted["modified"], datetime.timezone.utc)
        for info in archive.infolist():
            if info.date_time != (*modified.timetuple()[:5], modified.second // 2 * 2):
                yield f"{info.filename} is of {info.date_time}"
