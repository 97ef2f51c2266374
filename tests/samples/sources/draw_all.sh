#!/bin/sh
# The samples that other programs make: sh tests/samples/sources/draw_all.sh FOLDER
# Debian: wkhtmltopdf fop php-tcpdf chromium texlive-xetex texlive-lang-cyrillic libreoffice poppler-utils
set -eu
here=$(cd "$(dirname "$0")" && pwd)
samples=$(dirname "$here")
mkdir -p "$1"
out=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
print() { chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/browser" "$3" --print-to-pdf="$out/$2" "file://$here/$1" 2>/dev/null; }

wkhtmltopdf -q "$here/huntflow.html" "$out/huntflow.pdf"
wkhtmltopdf -q "$here/two_columns.html" "$out/free_two_columns.pdf"
fop -q "$here/linkedin.fo" "$out/linkedin.pdf"
php "$here/facultetus.php" "$out/facultetus.pdf"
print hh_print.html hh_print.pdf --no-first-run
print gdocs.html free_gdocs.pdf --no-pdf-header-footer
cd "$work"
xelatex -interaction=batchmode "$here/latex_good.tex" >/dev/null && cp latex_good.pdf "$out/free_latex.pdf"
pdflatex -interaction=batchmode "$here/latex_latin1.tex" >/dev/null && cp latex_latin1.pdf "$out/free_latex_latin1.pdf"
for format in doc docx odt pdf; do
    soffice "-env:UserInstallation=file://$work/office" --headless --convert-to "$format" --outdir "$work" "$samples/hh_ru_2025.doc" >/dev/null 2>&1
    cp "$work/hh_ru_2025.$format" "$out/hh_resaved.$format"
done
pdftotext -layout "$samples/hh_ru_2020.pdf" "$out/hh_pdftotext_layout.txt"
