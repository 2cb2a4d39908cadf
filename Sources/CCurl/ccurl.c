#include "ccurl.h"

#include <dlfcn.h>
#include <stddef.h>

/* The functions of libcurl that are called, without the prefix `curl_`. */
#define FUNCTIONS(USE) \
    USE(global_init) \
    USE(easy_init) USE(easy_reset) USE(easy_perform) USE(easy_cleanup) USE(easy_strerror) USE(easy_setopt) USE(easy_getinfo) \
    USE(slist_append) USE(slist_free_all) \
    USE(url) USE(url_set) USE(url_get) USE(url_cleanup) USE(free)

#define POINTER(name) __typeof__(curl_##name) *name;
struct functions {
    FUNCTIONS(POINTER)
};
static struct functions libcurl;

static const char *reason(void) {
    const char *text = dlerror();
    return text != NULL ? text : "a function is not there";
}

const char *hangar_curl_load(const char *file) {
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return reason();
    struct functions found;
#define FIND(name) \
    found.name = (__typeof__(curl_##name) *)dlsym(library, "curl_" #name); \
    if (found.name == NULL) return reason();
    FUNCTIONS(FIND)
    libcurl = found;
    return NULL;
}

CURLcode hangar_curl_global_init(long flags) { return libcurl.global_init(flags); }

CURL *hangar_curl_easy_init(void) { return libcurl.easy_init(); }
void hangar_curl_easy_reset(CURL *handle) { libcurl.easy_reset(handle); }
CURLcode hangar_curl_easy_perform(CURL *handle) { return libcurl.easy_perform(handle); }
void hangar_curl_easy_cleanup(CURL *handle) { libcurl.easy_cleanup(handle); }
const char *hangar_curl_easy_strerror(CURLcode code) { return libcurl.easy_strerror(code); }

struct curl_slist *hangar_curl_slist_append(struct curl_slist *list, const char *line) { return libcurl.slist_append(list, line); }
void hangar_curl_slist_free_all(struct curl_slist *list) { libcurl.slist_free_all(list); }

CURLU *hangar_curl_url(void) { return libcurl.url(); }
CURLUcode hangar_curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags) {
    return libcurl.url_set(url, part, text, flags);
}
CURLUcode hangar_curl_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags) {
    return libcurl.url_get(url, part, text, flags);
}
void hangar_curl_url_cleanup(CURLU *url) { libcurl.url_cleanup(url); }
void hangar_curl_free(void *memory) { libcurl.free(memory); }

CURLcode hangar_curl_set_long(CURL *handle, CURLoption option, long value) { return libcurl.easy_setopt(handle, option, value); }
CURLcode hangar_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) { return libcurl.easy_setopt(handle, option, value); }
CURLcode hangar_curl_set_string(CURL *handle, CURLoption option, const char *value) { return libcurl.easy_setopt(handle, option, value); }
CURLcode hangar_curl_set_pointer(CURL *handle, CURLoption option, void *value) { return libcurl.easy_setopt(handle, option, value); }

CURLcode hangar_curl_set_headers(CURL *handle, struct curl_slist *headers) {
    return libcurl.easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
}

CURLcode hangar_curl_set_data_callback(CURL *handle, CURLoption option, size_t (*callback)(char *, size_t, size_t, void *)) {
    return libcurl.easy_setopt(handle, option, callback);
}

CURLcode hangar_curl_set_progress_callback(CURL *handle, int (*callback)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t)) {
    return libcurl.easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, callback);
}

/* The numbers of the older option are deprecated since 7.85; the strings of the newer are not there before it. */
CURLcode hangar_curl_allow_only_http(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075500
    return libcurl.easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
#else
    return libcurl.easy_setopt(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
}

CURLcode hangar_curl_get_long(CURL *handle, CURLINFO info, long *value) { return libcurl.easy_getinfo(handle, info, value); }
CURLcode hangar_curl_get_string(CURL *handle, CURLINFO info, char **value) { return libcurl.easy_getinfo(handle, info, value); }
