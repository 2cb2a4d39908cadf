// What the file system itself takes for a tree of files, with as many threads as one likes.
//
//     tree write SOURCE TARGET THREADS      makes the files of SOURCE anew in TARGET
//     tree compare SOURCE TARGET THREADS    reads each file of TARGET and compares it with the one in SOURCE
//
// SOURCE is read into memory before the clock starts. Prints the seconds and the CPU seconds.

#define _GNU_SOURCE
#define _XOPEN_SOURCE 700
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct entry {
    char *target;
    char *bytes;
    size_t size;
};

static struct entry *files, *folders;
static size_t file_count, folder_count;
static const char *source_root, *target_root;
static atomic_size_t next_file;

static void fail(const char *path) {
    fprintf(stderr, "tree: %s: %s\n", path, strerror(errno));
    exit(1);
}

static void read_all(const char *path, char *bytes, size_t size) {
    int descriptor = open(path, O_RDONLY);
    if (descriptor < 0) fail(path);
    size_t done = 0;
    while (done < size) {
        ssize_t count = read(descriptor, bytes + done, size - done);
        if (count < 0) fail(path);
        if (count == 0) break;
        done += count;
    }
    if (done < size || read(descriptor, &(char){0}, 1) != 0) {
        fprintf(stderr, "tree: %s: not of the size expected\n", path);
        exit(1);
    }
    close(descriptor);
}

static int visit(const char *path, const struct stat *status, int kind, struct FTW *place) {
    (void)place;
    struct entry entry = {0};
    if (asprintf(&entry.target, "%s%s", target_root, path + strlen(source_root)) < 0) fail(path);
    struct entry **list = kind == FTW_D ? &folders : &files;
    size_t *count = kind == FTW_D ? &folder_count : &file_count;
    if (kind == FTW_F) {
        entry.size = status->st_size;
        entry.bytes = malloc(entry.size + 1);
        if (!entry.bytes) fail(path);
        read_all(path, entry.bytes, entry.size);
    }
    if ((*count & (*count - 1)) == 0) {
        *list = realloc(*list, (*count ? *count * 2 : 1) * sizeof entry);
        if (!*list) fail(path);
    }
    (*list)[(*count)++] = entry;
    return 0;
}

static void *write_files(void *unused) {
    for (size_t index; (index = atomic_fetch_add(&next_file, 1)) < file_count;) {
        struct entry file = files[index];
        int descriptor = open(file.target, O_WRONLY | O_CREAT | O_EXCL, 0644);
        if (descriptor < 0) fail(file.target);
        for (size_t done = 0; done < file.size;) {
            ssize_t count = write(descriptor, file.bytes + done, file.size - done);
            if (count < 0) fail(file.target);
            done += count;
        }
        if (close(descriptor) != 0) fail(file.target);
    }
    return unused;
}

static void *compare_files(void *unused) {
    char *bytes = NULL;
    size_t capacity = 0;
    for (size_t index; (index = atomic_fetch_add(&next_file, 1)) < file_count;) {
        struct entry file = files[index];
        if (file.size + 1 > capacity) {
            capacity = 2 * file.size + 1;
            free(bytes);
            bytes = malloc(capacity);
            if (!bytes) fail(file.target);
        }
        read_all(file.target, bytes, file.size);
        if (memcmp(bytes, file.bytes, file.size) != 0) {
            fprintf(stderr, "tree: %s differs\n", file.target);
            exit(1);
        }
    }
    free(bytes);
    return unused;
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static double cpu(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

int main(int count, char **arguments) {
    int threads = count == 5 ? atoi(arguments[4]) : 0;
    int is_write = count == 5 && strcmp(arguments[1], "write") == 0;
    if (threads < 1 || threads > 256 || (!is_write && strcmp(arguments[1], "compare") != 0)) {
        fprintf(stderr, "usage: tree write|compare SOURCE TARGET THREADS\n");
        return 64;
    }
    source_root = arguments[2];
    target_root = arguments[3];
    if (nftw(source_root, visit, 64, FTW_PHYS) != 0) fail(source_root);
    double start = now(), start_cpu = cpu();
    if (is_write)
        for (size_t index = 0; index < folder_count; index++)
            if (mkdir(folders[index].target, 0755) != 0) fail(folders[index].target);
    pthread_t workers[256];
    for (int index = 0; index < threads; index++)
        if (pthread_create(&workers[index], NULL, is_write ? write_files : compare_files, NULL) != 0) fail("thread");
    for (int index = 0; index < threads; index++) pthread_join(workers[index], NULL);
    printf("%f %f\n", now() - start, cpu() - start_cpu);
    return 0;
}
