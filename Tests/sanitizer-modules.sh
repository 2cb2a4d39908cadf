# For the scripts that compile the sanitizer's sources into a program of their own. They say with $out where to put what is made.

# Compiles the modules that the sanitizer imports, with the compiler's options given, and leaves in $modules how a program uses them.
compile_sanitizer_modules() {
    modules="-I $out -package-name hangar"
    for module in Support SafeMarkup; do
        swiftc -O -whole-module-optimization -parse-as-library -swift-version 6 -enable-upcoming-feature ExistentialAny "$@" \
            -package-name hangar -module-name "$module" -emit-module -emit-module-path "$out/$module.swiftmodule" \
            -c $(find "Sources/$module" -name '*.swift') -o "$out/$module.o" || return
        modules="$modules $out/$module.o"
    done
}
