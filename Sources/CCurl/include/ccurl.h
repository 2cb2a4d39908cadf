#ifndef HANGAR_CCURL_H
#define HANGAR_CCURL_H

#include <curl/curl.h>

/* libcurl, which is not linked but loaded when it is needed. The 26 libraries that it brings along take longer to load than the rest of the
   program, and than a build in which nothing has changed.

   Loads it from a file by the rules of dlopen(3). Returns why that failed, or NULL. The functions below may be called after it succeeded, and not
   beside it. */
const char *hangar_curl_load(const char *file);

CURLcode hangar_curl_global_init(long flags);

CURL *hangar_curl_easy_init(void);
void hangar_curl_easy_reset(CURL *handle);
CURLcode hangar_curl_easy_perform(CURL *handle);
void hangar_curl_easy_cleanup(CURL *handle);
const char *hangar_curl_easy_strerror(CURLcode code);

struct curl_slist *hangar_curl_slist_append(struct curl_slist *list, const char *line);
void hangar_curl_slist_free_all(struct curl_slist *list);

CURLU *hangar_curl_url(void);
CURLUcode hangar_curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags);
CURLUcode hangar_curl_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags);
void hangar_curl_url_cleanup(CURLU *url);
void hangar_curl_free(void *memory);

/* curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call: one function here for each type of argument. */

CURLcode hangar_curl_set_long(CURL *handle, CURLoption option, long value);
CURLcode hangar_curl_set_size(CURL *handle, CURLoption option, curl_off_t value);
CURLcode hangar_curl_set_string(CURL *handle, CURLoption option, const char *value);
CURLcode hangar_curl_set_pointer(CURL *handle, CURLoption option, void *value);
CURLcode hangar_curl_set_headers(CURL *handle, struct curl_slist *headers);
CURLcode hangar_curl_set_data_callback(CURL *handle, CURLoption option, size_t (*callback)(char *, size_t, size_t, void *));
CURLcode hangar_curl_set_progress_callback(CURL *handle, int (*callback)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t));
CURLcode hangar_curl_allow_only_http(CURL *handle);
CURLcode hangar_curl_get_long(CURL *handle, CURLINFO info, long *value);
CURLcode hangar_curl_get_string(CURL *handle, CURLINFO info, char **value);

#endif
