#!/bin/sh
# Installs what `npm run test:office` needs on Debian or Ubuntu: LibreOffice Writer to lay pages out, poppler to read
# the PDF, and one CJK font to stand in for 宋体, 仿宋, 黑体 and 楷体 (widths are the same). Run as root.
set -eu
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends libreoffice-writer-nogui poppler-utils fonts-noto-cjk fonts-liberation chromium
