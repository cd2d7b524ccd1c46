#!/bin/sh
# Puts an icon for this user on the desktop and into the "open with" menu: no rights are needed, two files are written.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
applications=${XDG_DATA_HOME:-$HOME/.local/share}/applications
desktop=$(xdg-user-dir DESKTOP 2>/dev/null || echo "$HOME/Desktop")
# In an Exec line a path stands in double quotes, and these four signs are escaped in it.
path=$(printf '%s' "$here/检查公文.sh" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g')
mkdir -p "$applications"
entry=$applications/gwlint.desktop
cat >"$entry" <<END
[Desktop Entry]
Type=Application
Name=检查公文
Name[en]=Check official documents
Exec="$path" %F
MimeType=application/vnd.openxmlformats-officedocument.wordprocessingml.document;text/markdown;text/plain;
Terminal=true
END
chmod +x "$entry"
if [ -d "$desktop" ]; then cp "$entry" "$desktop/检查公文.desktop"; fi
echo "已添加：$entry"
