# shellcheck shell=sh
# For the scripts that compile the sanitizer's sources into a program of their own.

# Compiles the modules that the sanitizer imports into the folder, with the compiler's options that follow it, and leaves in $modules how a
# program uses them.
compile_sanitizer_modules() {
    out=$1
    shift
    modules="-I $out -package-name hangar"
    for module in Support SafeMarkup; do
        # Each file is a word; no source has a space in its name.
        # shellcheck disable=SC2046
        swiftc -O -whole-module-optimization -parse-as-library -swift-version 6 -enable-upcoming-feature ExistentialAny "$@" \
            -package-name hangar -module-name "$module" -emit-module -emit-module-path "$out/$module.swiftmodule" \
            -c $(find "Sources/$module" -name '*.swift') -o "$out/$module.o" || return
        modules="$modules $out/$module.o"
    done
}
