#include <libxml/xmlversion.h>
// Debian's libxml2 names ICU's types in one of its headers, and Foundation brings ICU with types of the same names: a program that
// imports both does not compile. Nothing here needs them.
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
