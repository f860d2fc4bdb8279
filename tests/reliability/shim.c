/* Stands before the C library: one call to the system fails, or all from that one on. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/types.h>

static int armed, number, error, onward, calls, failed_at;
static const char *failed = "";

void fault_arm(int n, int e, int on) { number = n; error = e; onward = on; calls = 0; armed = 1; }
void fault_rest(void) { armed = 0; }
int fault_calls(void) { return calls; }
int fault_at(void) { return failed_at; }
const char *fault_failed(void) { return failed; }

static int hit(const char *name, long at)
{
    if (!armed)
        return 0;
    calls++;
    if (calls != number && !(onward && number && calls > number))
        return 0;
    if (!*failed) {
        failed = name;
        failed_at = (int)at;
    }
    errno = error;
    return 1;
}

#define REAL(ret, name, params) \
    static ret(*real) params;   \
    if (!real)                  \
        real = (ret(*) params)dlsym(RTLD_NEXT, #name)
#define CALL(ret, name, params, args, at, bad) \
    ret name params                            \
    {                                          \
        REAL(ret, name, params);               \
        return hit(#name, (long)(at)) ? bad : real args; \
    }
#define PATH(name) CALL(int, name, (const char *a), (a), -1, -1)
#define PATHS(name) CALL(int, name, (const char *a, const char *b), (a, b), -1, -1)
#define STATUS(name) CALL(int, name, (const char *a, void *b), (a, b), -1, -1)

CALL(ssize_t, read, (int f, void *b, size_t n), (f, b, n), f, -1)
CALL(int, fsync, (int f), (f), f, -1)
CALL(int, flock, (int f, int how), (f, how), f, -1)
CALL(int, fstat64, (int f, void *b), (f, b), f, -1)
CALL(int, fstatat64, (int f, const char *a, void *b, int how), (f, a, b, how), f, -1)
CALL(int, fchmod, (int f, mode_t m), (f, m), f, -1)
CALL(int, fchown, (int f, uid_t u, gid_t g), (f, u, g), f, -1)
CALL(int, ftruncate64, (int f, off64_t n), (f, n), f, -1)
CALL(int, truncate64, (const char *a, off64_t n), (a, n), -1, -1)
CALL(off64_t, lseek64, (int f, off64_t n, int how), (f, n, how), f, -1)
CALL(int, dup2, (int f, int g), (f, g), f, -1)
CALL(int, chmod, (const char *a, mode_t m), (a, m), -1, -1)
CALL(int, mkdir, (const char *a, mode_t m), (a, m), -1, -1)
CALL(ssize_t, readlink, (const char *a, char *b, size_t n), (a, b, n), -1, -1)
CALL(char *, getcwd, (char *b, size_t n), (b, n), -1, NULL)
CALL(void *, opendir, (const char *a), (a), -1, NULL)
CALL(void *, fdopendir, (int f), (f), f, NULL)
CALL(void *, readdir64, (void *d), (d), -1, NULL)
CALL(int, linkat, (int f, const char *a, int g, const char *b, int how), (f, a, g, b, how), f, -1)
PATH(unlink)
PATH(rmdir)
PATHS(rename)
PATHS(link)
STATUS(stat64)
STATUS(lstat64)

ssize_t write(int f, const void *b, size_t n) /* a probe: `cannot_fail` in points.py */
{
    REAL(ssize_t, write, (int, const void *, size_t));
    int probe = n > 6 && !memcmp(b, "PROBE:", 6);
    return !probe && hit("write", f) ? -1 : real(f, b, n);
}

int close(int f) /* the system closes it even where it fails */
{
    REAL(int, close, (int));
    int bad = hit("close", f), done = real(f);
    if (!bad)
        return done;
    errno = error;
    return -1;
}

#define OPEN(name, before, args)                             \
    int name(before const char *a, int flags, ...)           \
    {                                                        \
        REAL(int, name, (before const char *, int, ...));    \
        va_list more;                                        \
        va_start(more, flags);                               \
        mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0; \
        va_end(more);                                        \
        return hit(#name, -1) ? -1 : real args;              \
    }
#define NOTHING
#define FOLDER int f,
OPEN(open, NOTHING, (a, flags, mode))
OPEN(open64, NOTHING, (a, flags, mode))
OPEN(openat64, FOLDER, (f, a, flags, mode))
