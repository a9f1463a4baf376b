#!/usr/bin/env bash
# package_test.sh PACKAGE: installs the Debian package in a folder that holds a bare Debian and nothing else, runs a small
# study there as a user without rights, network, locales or documentation, and removes the package again. It needs root,
# debootstrap and a few minutes, and takes Debian from where this machine's apt does. The package must hold the charts of
# the report.
set -euo pipefail
package=$1
source "$(dirname "$0")/../../tools/setup" # for quietly

bare=$(mktemp -d)
leave() {
    umount "$bare/proc" 2>/dev/null || true
    rm -rf --one-file-system "$bare"
}
trap leave EXIT

give_up() {
    echo "$1" >&2
    exit 1
}

inside() { # COMMAND...
    chroot "$bare" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"
}

as_user() { # LANGUAGE COMMAND...
    unshare --net chroot --userspec=65534:65534 "$bare" /usr/bin/env -i --chdir=/srv PATH=/usr/bin LANGUAGE="$1" "${@:2}"
}

expect() { # FILE TEXT
    grep --quiet --fixed-strings -- "$2" "$bare/srv/$1" || give_up "no '$2' in $1"
}

sources_of_apt() {
    apt-get indextargets --format 'deb $(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian'
}

make_bare_debian() {
    local codename mirror
    codename=$(source /etc/os-release && echo "$VERSION_CODENAME")
    mirror=$(sources_of_apt | awk -v codename="$codename" '$3 == codename && !found++ { print $2 }')
    [[ -n $mirror ]] || give_up "apt has no lists of $codename; run apt-get update"
    quietly debootstrap --variant=minbase "$codename" "$bare" "$mirror"
    chmod 755 "$bare"
    # As in small images of Debian: no package's pages and catalogues of messages.
    printf 'path-exclude=/usr/share/%s/*\n' doc man locale >"$bare/etc/dpkg/dpkg.cfg.d/small"
    sources_of_apt >"$bare/etc/apt/sources.list"
    apt-config dump Acquire >"$bare/etc/apt/apt.conf"
    mountpoint --quiet "$bare/proc" || mount -t proc proc "$bare/proc"
    quietly inside apt-get update
}

packages_inside() {
    inside dpkg-query --show --showformat='${Package}\n'
}

write_study() {
    chown 65534:65534 "$bare/srv"
    cat >"$bare/srv/small.toml" <<'TOML'
schema = [1, 0]
kind = "study"
base = "/usr/share/tsunagi/scenarios/studies/regular-contact.toml"
name = "small"
replications = 16
warm_up_years = 1
years = 2
[effect_curve]
scales = [0.0, 1.5]
TOML
}

make_bare_debian
packages_inside >"$bare/packages"
cp "$package" "$bare/srv/tsunagi.deb"
quietly inside apt-get install -y --no-install-recommends /srv/tsunagi.deb
echo "Came with it: $(packages_inside | grep --invert-match --line-regexp --file="$bare/packages" | xargs)"
! inside dpkg --listfiles tsunagi | grep -E '\.(a|hpp|cmake)$' || give_up "the package holds what only builds need"

write_study
as_user en tsunagi validate small.toml >"$bare/srv/faults"
expect faults "no faults"
as_user ja tsunagi run small.toml -o results 2>"$bare/srv/progress"
expect progress "結果：results/results.h5"
as_user ja tsunagi compare results >"$bare/srv/answer"
expect answer "毎月の引受人会参加"
as_user ja tsunagi report results -o report.html 2>/dev/null
expect report.html "<h1>センターと保護観察所の毎月の接触"
expect report.html "<h1>Monthly contact between centre and probation office"
expect report.html "Apache ECharts"

quietly inside apt-get purge -y --auto-remove tsunagi
packages_inside | diff "$bare/packages" - || give_up "removing the package leaves others behind"
left=$(find "$bare/usr" "$bare/etc" "$bare/var/lib/dpkg" -path '*tsunagi*')
[[ -z $left ]] || give_up "removing the package leaves: $left"
echo "The package installs, works and goes away again in a bare Debian."
