#ifndef HANGAR_CSQLITE_SHIM_H
#define HANGAR_CSQLITE_SHIM_H

#include <sqlite3.h>

/* SQLITE_TRANSIENT is a cast of -1 to a function, which Swift cannot import. A text without bytes is no NULL. */
static inline int hangar_sqlite_bind_text(sqlite3_stmt *statement, int index, const void *text, int count) {
    return sqlite3_bind_text(statement, index, count == 0 ? "" : (const char *)text, count, SQLITE_TRANSIENT);
}

#endif
