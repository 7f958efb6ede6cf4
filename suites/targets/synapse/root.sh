#!/usr/bin/env bash
# root.sh FOLDER [PACKAGE...]: puts Synapse, and further packages of Debian, into a folder that chroot can enter; nothing of the
# system is touched. A folder that was made of the same packages before is left as it is.
#
# INSTALL=1 installs the packages (for an image that runs as a server); without it they are only unpacked, which is enough
# for Python and takes a quarter of the time.
set -euo pipefail
[ $# -ge 1 ] || { sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2; }

folder=$(realpath -m "$1")
shift
variant=extract
[ "${INSTALL:-}" != 1 ] || variant=apt
packages=$(printf '%s\n' base-files matrix-synapse ca-certificates python3-cbor2 "$@" | sort -u | paste -sd,)
stamp="$variant $packages"

mkdir -p "$(dirname "$folder")"
exec 9>"$folder.lock"
flock 9
if [ -d "$folder" ] && [ "$(cat "$folder.packages" 2>/dev/null)" = "$stamp" ]; then
  echo "$folder is there already"
  exit 0
fi
command -v mmdebstrap >/dev/null || { echo 'mmdebstrap is missing: apt-get install mmdebstrap' >&2; exit 3; }

# Only Debian's unstable distribution has Synapse. Signatures are checked; how old a mirror's list may be isn't, since mirrors can be frozen.
rm -rf "$folder" "$folder.packages" "$folder.new"
mmdebstrap --quiet --variant="$variant" --aptopt='Acquire::Check-Valid-Until "false"' --dpkgopt=force-unsafe-io \
  --include="$packages" unstable "$folder.new"
mv "$folder.new" "$folder"
echo "$stamp" > "$folder.packages"
chroot=(chroot)
[ "$(id -u)" = 0 ] || chroot=(unshare --map-root-user chroot)
echo "$folder: Synapse $("${chroot[@]}" "$folder" python3 -c 'import synapse; print(synapse.__version__)')"
