#!/bin/sh
# Sees to the system libraries that Qt and its web view load and that no Python package brings.
#
#   packaging/system_libraries.sh PYTHON
#
# Debian and its kin: what is missing is installed where this runs as root or sudo asks for no
# password; else the command to run is printed and the exit is 1. Other Linux systems: the missing
# libraries are named. Windows and macOS have all of it.
set -eu

python=${1:-python3}

# Debian package (with its other names, newest first) and the file it brings.
libraries='
libegl1 libEGL.so.1
libgl1 libGL.so.1
libgbm1 libgbm.so.1
libdrm2 libdrm.so.2
libxkbcommon0 libxkbcommon.so.0
libxkbcommon-x11-0 libxkbcommon-x11.so.0
libdbus-1-3 libdbus-1.so.3
libfontconfig1 libfontconfig.so.1
libfreetype6 libfreetype.so.6
libglib2.0-0t64|libglib2.0-0 libglib-2.0.so.0
libnss3 libnss3.so
libnspr4 libnspr4.so
libasound2t64|libasound2 libasound.so.2
libgssapi-krb5-2 libgssapi_krb5.so.2
libx11-xcb1 libX11-xcb.so.1
libxcomposite1 libXcomposite.so.1
libxdamage1 libXdamage.so.1
libxrandr2 libXrandr.so.2
libxtst6 libXtst.so.6
libxkbfile1 libxkbfile.so.1
libxcb-cursor0 libxcb-cursor.so.0
libxcb-icccm4 libxcb-icccm.so.4
libxcb-image0 libxcb-image.so.0
libxcb-keysyms1 libxcb-keysyms.so.1
libxcb-randr0 libxcb-randr.so.0
libxcb-render-util0 libxcb-render-util.so.0
libxcb-shape0 libxcb-shape.so.0
libxcb-xkb1 libxcb-xkb.so.1
'
# A font of any kind: without one the window shows boxes.
fonts='fonts-dejavu-core|fonts-noto-core|fonts-liberation|fonts-liberation2'

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

any_installed() {
    for name in $(echo "$1" | tr '|' ' '); do
        if is_installed "$name"; then return 0; fi
    done
    return 1
}

# The first of a package's names that this release knows; the last where none is known yet.
name_here() {
    for name in $(echo "$1" | tr '|' ' '); do
        if apt-cache show "$name" >/dev/null 2>&1; then break; fi
    done
    echo "$name"
}

missing_packages() {
    echo "$libraries" | while read -r package _; do
        if [ -n "$package" ] && ! any_installed "$package"; then name_here "$package"; fi
    done
    if ! any_installed "$fonts"; then name_here 'fonts-dejavu-core'; fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    fi
}

missing_files() {
    echo "$libraries" | while read -r package file; do
        if [ -n "$package" ] && ! ldconfig -p | grep -q "$file"; then echo "$file"; fi
    done
}

on_debian() {
    missing=$(missing_packages | tr '\n' ' ')
    if [ -z "$missing" ]; then return 0; fi
    as_root=''
    if [ "$(id -u)" -ne 0 ]; then
        as_root='sudo'
        if ! sudo -n true 2>/dev/null; then
            echo "System packages are missing. Run this, then try again:" >&2
            echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing" >&2
            return 1
        fi
    fi
    echo "Installing system packages: $missing"
    $as_root apt-get update -q >/dev/null || true
    # The names once more: before the update the package lists may have been empty.
    missing=$(missing_packages | tr '\n' ' ')
    # shellcheck disable=SC2086
    if ! $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing; then
        echo "The packages could not be installed. Once the cause is mended, run:" >&2
        echo "  $as_root apt-get update && $as_root apt-get install -y --no-install-recommends $missing" >&2
        return 1
    fi
}

on_other_linux() {
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        echo "$python lacks the venv module: install it with this system's package manager." >&2
        return 1
    fi
    if ! command -v ldconfig >/dev/null 2>&1; then
        echo "Qt needs these libraries, see that they are installed:" >&2
        echo "$libraries" | while read -r _ file; do if [ -n "$file" ]; then echo "  $file" >&2; fi; done
        return 0
    fi
    missing=$(missing_files | tr '\n' ' ')
    if [ -z "$missing" ]; then return 0; fi
    echo "Qt needs these libraries, install the packages of this system that bring them:" >&2
    echo "  $missing" >&2
    return 1
}

[ "$(uname -s)" = Linux ] || exit 0
PATH=$PATH:/sbin:/usr/sbin
if command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
    on_debian
else
    on_other_linux
fi
