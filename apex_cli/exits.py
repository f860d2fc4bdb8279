"""The exit codes of the command line: each number stands here and nowhere else.

Nothing is imported here: `__main__` needs some of them before anything else is loaded.
"""

ANSWERED = 0
CHECK_FAILED = 1
DIFFERENT = CHECK_FAILED  # what is compared, as diff says it
WRONG_USAGE = 2
INVALID_INPUT = 3
PACK_UNUSABLE = 4
CONFLICT = 5
NO_ANSWER = 6
NOT_VERIFIED = 7
FILE_PROBLEM = 8
FAULT = 70
INTERRUPTED = 130

MEANING = {
    ANSWERED: "answered, every check passed",
    CHECK_FAILED: "answered, and a check failed (with `--strict`: or a warning was raised)",
    WRONG_USAGE: "wrong usage",
    INVALID_INPUT: "the project or input is invalid",
    PACK_UNUSABLE: "a pack is missing, malformed or altered",
    CONFLICT: "conflict: the file changed, exists already, or its state forbids it",
    NO_ANSWER: "the code gives no answer for these inputs",
    NOT_VERIFIED: "verification failed: a digest or a locked answer differs",
    FILE_PROBLEM: "a file is missing, not readable, not writable, or the disk is full",
    FAULT: "a fault in the program",
    INTERRUPTED: "interrupted",
}
"""What each says, as the README has it."""

SHORT = {
    ANSWERED: "answered",
    CHECK_FAILED: "a check failed",
    WRONG_USAGE: "wrong usage",
    INVALID_INPUT: "invalid input",
    PACK_UNUSABLE: "a pack",
    CONFLICT: "conflict",
    NO_ANSWER: "no answer",
    NOT_VERIFIED: "not verified",
    FILE_PROBLEM: "a file",
    FAULT: "a fault in apex",
    INTERRUPTED: "interrupted",
}
"""The same in a word or two, as every page of help ends."""
