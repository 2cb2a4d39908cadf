/* Compresses each file named on standard input with each encoder named as an argument (gzip-zlib:9, gzip:6, brotli:5, brotli-generic:5, brotli-22:5,
   brotli-alone:5, gzip-alone:6, zstd:19), as Hangar would: from memory to memory, without the time that files take. Prints for each a line: the encoder,
   and for each class of files the processor seconds and bytes. The classes are bounded by the sizes in LIMITS. The encoders take turns; the best of three
   rounds counts, one round for those that take longer than five seconds.

   'alone': with an encoder of its own for each file, as the library's plainest call has it. 'generic': not in the mode for text. '22': a window of
   that many bits for every file. */
#include <brotli/encode.h>
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zlib.h>
#include <zstd.h>

enum { ROUNDS = 3, CLASSES = 3, WORKSPACE = 4 << 20 };
static const size_t LIMITS[CLASSES] = {16 << 10, 32 << 10, SIZE_MAX};

struct file { uint8_t *bytes; size_t size; };
static struct file *files;
static size_t count, room;
static uint8_t *output, *workspace;
static size_t used;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec + time.tv_nsec * 1e-9;
}

static void die(const char *what) {
    fprintf(stderr, "encoders: %s\n", what);
    exit(1);
}

/* The memory that is the same for each file, as in Sources/Publishing/Compression/Brotli.swift. */
static void *allocate(void *unused, size_t size) {
    (void)unused;
    if (size > WORKSPACE - used) return malloc(size);
    void *start = workspace + used;
    used += (size + 63) & ~(size_t)63;
    if (used > WORKSPACE) used = WORKSPACE;
    return start;
}

static void release(void *unused, void *address) {
    (void)unused;
    if ((uint8_t *)address < workspace || (uint8_t *)address >= workspace + WORKSPACE) free(address);
}

static int window(size_t size) {
    int bits = 64 - __builtin_clzll(size + 15);
    return bits < 16 ? 16 : bits > 22 ? 22 : bits;
}

static size_t brotli(struct file file, int level, int mode, int bits) {
    used = 0;
    BrotliEncoderState *state = BrotliEncoderCreateInstance(allocate, release, NULL);
    BrotliEncoderSetParameter(state, BROTLI_PARAM_MODE, mode);
    BrotliEncoderSetParameter(state, BROTLI_PARAM_QUALITY, level);
    BrotliEncoderSetParameter(state, BROTLI_PARAM_LGWIN, bits ? bits : window(file.size));
    BrotliEncoderSetParameter(state, BROTLI_PARAM_SIZE_HINT, file.size);
    size_t remaining = file.size, left = room;
    const uint8_t *next = file.bytes;
    uint8_t *end = output;
    BrotliEncoderCompressStream(state, BROTLI_OPERATION_FINISH, &remaining, &next, &left, &end, NULL);
    BrotliEncoderDestroyInstance(state);
    return room - left;
}

static size_t gzip_zlib(struct file file, int level) {
    z_stream stream = {0};
    deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY);
    stream.next_in = file.bytes;
    stream.avail_in = file.size;
    stream.next_out = output;
    stream.avail_out = room;
    deflate(&stream, Z_FINISH);
    deflateEnd(&stream);
    return stream.total_out;
}

static void measure(const char *name, double seconds[CLASSES], size_t bytes[CLASSES]) {
    char kind[32];
    int level;
    if (sscanf(name, "%31[^:]:%d", kind, &level) != 2) die(name);
    struct libdeflate_compressor *gzip = strcmp(kind, "gzip") ? NULL : libdeflate_alloc_compressor(level);
    ZSTD_CCtx *zstd = strcmp(kind, "zstd") ? NULL : ZSTD_createCCtx();
    for (size_t index = 0; index < count; index++) {
        struct file file = files[index];
        size_t size = room;
        double start = now();
        if (gzip) {
            size = libdeflate_gzip_compress(gzip, file.bytes, file.size, output, room);
        } else if (zstd) {
            size = ZSTD_compressCCtx(zstd, output, room, file.bytes, file.size, level);
        } else if (!strcmp(kind, "gzip-alone")) {
            struct libdeflate_compressor *alone = libdeflate_alloc_compressor(level);
            size = libdeflate_gzip_compress(alone, file.bytes, file.size, output, room);
            libdeflate_free_compressor(alone);
        } else if (!strcmp(kind, "gzip-zlib")) {
            size = gzip_zlib(file, level);
        } else if (!strcmp(kind, "brotli-alone")) {
            BrotliEncoderCompress(level, window(file.size), BROTLI_MODE_TEXT, file.size, file.bytes, &size, output);
        } else if (!strcmp(kind, "brotli")) {
            size = brotli(file, level, BROTLI_MODE_TEXT, 0);
        } else if (!strcmp(kind, "brotli-generic")) {
            size = brotli(file, level, BROTLI_MODE_GENERIC, 0);
        } else if (sscanf(kind, "brotli-%d", &(int){0}) == 1) {
            size = brotli(file, level, BROTLI_MODE_TEXT, atoi(kind + 7));
        } else die(name);
        int class = 0;
        while (file.size >= LIMITS[class]) class++;
        seconds[class] += now() - start;
        bytes[class] += size;
    }
    libdeflate_free_compressor(gzip);
    ZSTD_freeCCtx(zstd);
}

int main(int argc, char **argv) {
    char path[4096];
    while (fgets(path, sizeof path, stdin)) {
        path[strcspn(path, "\n")] = 0;
        FILE *source = fopen(path, "rb");
        if (!source || fseek(source, 0, SEEK_END)) die(path);
        struct file file = {.size = ftell(source)};
        rewind(source);
        file.bytes = malloc(file.size + 1);
        if (fread(file.bytes, 1, file.size, source) != file.size) die(path);
        fclose(source);
        files = realloc(files, (count + 1) * sizeof *files);
        files[count++] = file;
        if (room < file.size * 2 + 1024) room = file.size * 2 + 1024;
    }
    output = malloc(room);
    workspace = aligned_alloc(64, WORKSPACE);
    double best[256][CLASSES];
    size_t bytes[256][CLASSES];
    for (int round = 0; round < ROUNDS; round++) {
        for (int index = 1; index < argc && index < 256; index++) {
            double seconds[CLASSES] = {0}, total = 0;
            for (int class = 0; round > 0 && class < CLASSES; class++) total += best[index][class];
            if (total > 5) continue;
            memset(bytes[index], 0, sizeof bytes[index]);
            measure(argv[index], seconds, bytes[index]);
            for (int class = 0; class < CLASSES; class++)
                if (round == 0 || seconds[class] < best[index][class]) best[index][class] = seconds[class];
        }
    }
    for (int index = 1; index < argc && index < 256; index++) {
        printf("%s", argv[index]);
        for (int class = 0; class < CLASSES; class++) printf(" %.6f %zu", best[index][class], bytes[index][class]);
        printf("\n");
    }
}
