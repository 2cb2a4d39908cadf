# For the scripts that compile the sanitizer into a program of their own: compiles the modules that it imports, with the options given, into $out,
# and leaves in $modules what a compiler is to be told of them.
modules="-I $out -package-name hangar"
for module in Support SafeMarkup; do
    swiftc -O -whole-module-optimization -parse-as-library -swift-version 6 -enable-upcoming-feature ExistentialAny "$@" \
        -package-name hangar -module-name "$module" -emit-module -emit-module-path "$out/$module.swiftmodule" \
        -c $(find "Sources/$module" -name '*.swift') -o "$out/$module.o"
    modules="$modules $out/$module.o"
done
