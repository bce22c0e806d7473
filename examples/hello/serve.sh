# Writes the page once, from what was given at build time and at start, and serves it on port 8080.
set -eu

escape() {
    sed -e 's/&/\&amp;/g' -e 's/</\&lt;/g' -e 's/>/\&gt;/g'
}

greeting=$(printf '%s' "${GREETING:-Hello}" | escape)
version=$(escape </app/version.txt)
build=$(escape </app/build-name.txt)
cat >/www/index.html <<PAGE
<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>$greeting</title></head>
<body>
<h1>$greeting</h1>
<p>version $version, build $build</p>
</body>
</html>
PAGE
echo ok >/www/health
echo "serving version $version, build $build, on port 8080"

# The first process of a container gets no default signal handlers, and httpd sets none: so end it from here.
httpd -f -v -p 8080 -h /www &
server=$!
trap 'kill $server' TERM INT
wait $server || true
echo "stopped"
