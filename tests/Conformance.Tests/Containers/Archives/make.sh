#!/bin/sh
# Makes the archives of this folder anew from one small tree, with the programs an administrator has.
# Needs GNU tar, gzip, zip, xz, zstd, python3, and libarchive for 7z.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
cd "$tree"
mkdir -p export/m.events export/org.example
cd export
printf '{"version":0,"items":{"m.events":{"v":1}}}' >manifest.mspf.json
printf '\240' >m.events/events.1.cbor
seq 1 2000 >org.example/numbers.txt
: >org.example/empty
long=org.example/$(printf 'a%.0s' $(seq 1 120)).txt
printf long >"$long"
printf 'gr\303\274n' >"org.example/gr$(printf '\303\274')n.txt"
find . -exec touch -d '2026-01-01T00:00:00Z' {} +
own='--owner=0 --group=0 --numeric-owner --sort=name'
tar $own --format=gnu -cf "$here/gnu.tar" manifest.mspf.json m.events org.example
tar $own --format=gnu -cf "$here/gnu-dot.tar" .
tar $own --format=posix -cf "$here/posix.tar" manifest.mspf.json m.events org.example
tar $own --format=ustar --exclude='aaaa*' -cf "$here/ustar.tar" manifest.mspf.json m.events org.example
tar $own --format=v7 --exclude='aaaa*' -cf "$here/v7.tar" manifest.mspf.json m.events org.example
gzip -n9 <"$here/gnu.tar" >"$here/gnu.tar.gz"
xz -9 <"$here/gnu.tar" >"$here/gnu.tar.xz"
zstd -q -19 <"$here/gnu.tar" >"$here/gnu.tar.zst"
rm -f "$here/infozip.zip" && zip -qrX "$here/infozip.zip" manifest.mspf.json m.events org.example
zip -qrX - manifest.mspf.json m.events org.example | cat >"$here/infozip-streamed.zip"
python3 - "$here" <<'P'
import os, sys, tarfile, zipfile
here = sys.argv[1]
names = []
for folder, folders, files in os.walk("."):
    folders.sort()
    names += [os.path.join(folder, f)[2:] for f in sorted(files)]
for name, kind in (("python-pax.tar.gz", tarfile.PAX_FORMAT), ("python-gnu.tar.gz", tarfile.GNU_FORMAT)):
    with tarfile.open(os.path.join(here, name), "w:gz", format=kind) as archive:
        archive.add(".", arcname="", recursive=True)
with zipfile.ZipFile(os.path.join(here, "python.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
    for name in names:
        archive.write(name)
class Pipe:
    def __init__(self, file): self.file = file
    def write(self, data): return self.file.write(data)
    def flush(self): pass
with open(os.path.join(here, "python-streamed.zip"), "wb") as file, zipfile.ZipFile(Pipe(file), "w", zipfile.ZIP_DEFLATED) as archive:
    for name in names:
        with archive.open(name, "w", force_zip64=True) as out, open(name, "rb") as data:
            out.write(data.read())
import ctypes, ctypes.util
lib = ctypes.CDLL("libarchive.so.13")
for f in ("archive_write_new", "archive_entry_new"): getattr(lib, f).restype = ctypes.c_void_p
P = ctypes.c_void_p
def make(file, formatter):
    a = P(lib.archive_write_new())
    getattr(lib, formatter)(a)
    assert lib.archive_write_open_filename(a, os.path.join(here, file).encode()) == 0
    for name in names:
        data = open(name, "rb").read()
        e = P(lib.archive_entry_new())
        lib.archive_entry_set_pathname_utf8(e, name.encode())
        lib.archive_entry_set_size(e, ctypes.c_int64(len(data)))
        lib.archive_entry_set_filetype(e, 0o100000)
        lib.archive_entry_set_perm(e, 0o644)
        lib.archive_entry_set_mtime(e, ctypes.c_long(1767225600), ctypes.c_long(0))
        assert lib.archive_write_header(a, e) == 0
        assert lib.archive_write_data(a, data, ctypes.c_size_t(len(data))) == len(data)
        lib.archive_entry_free(e)
    assert lib.archive_write_close(a) == 0
    lib.archive_write_free(a)
import locale
locale.setlocale(locale.LC_ALL, "C.UTF-8")
make("libarchive.7z", "archive_write_set_format_7zip")
make("libarchive-pax.tar", "archive_write_set_format_pax_restricted")
make("libarchive.zip", "archive_write_set_format_zip")
P
