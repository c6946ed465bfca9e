# sh push-site.sh FOLDER REPOSITORY: the files of a folder become all that a repository holds, on its branch main.
#
# It works in a copy of the folder that knows nothing of the repository around it, and each time makes a first commit
# anew: what is taken off the site is not left in the history either. (Whoever has cloned it still has it.)
set -eu

folder=$1
repository=$2

[ -f "$folder/index.html" ] || { echo "there is no site in $folder" >&2; exit 1; }

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R "$folder/." "$copy/"
cd "$copy"
touch .nojekyll # the files are to be served as they are
git init --quiet --initial-branch=main
git add --all
git -c user.name=timeline -c user.email=timeline@localhost commit --quiet --message "The site as built"
git push --quiet --force "$repository" main
