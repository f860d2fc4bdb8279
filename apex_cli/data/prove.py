"""Proves answers of apex without apex: python3 prove.py answer.json ... (Python's standard library alone)."""
import ast, decimal, functools, hashlib, json, math, operator, sys

DO = {"Add": operator.add, "Sub": operator.sub, "Mult": operator.mul, "Div": operator.truediv, "Pow": math.pow, "USub": operator.neg}
CALL = {"min": min, "max": max, **{name: getattr(math, name) for name in ["sqrt", "exp", "log", "sin", "cos", "tan", "asin", "ceil", "floor"]}}

def number(x):  # as RFC 8785 spells it
    text = repr(float(x)) if x else "0"
    if not x or 1e-6 <= abs(x) < 1e21:
        return format(decimal.Decimal(text), "f").removesuffix(".0")
    digits, power = text.split("e")
    return f"{digits}e{int(power):+d}"

def canonical(v):
    if isinstance(v, dict):
        return "{" + ",".join(f"{canonical(k)}:{canonical(v[k])}" for k in sorted(v, key=lambda k: k.encode("utf-16-be"))) + "}"
    if isinstance(v, list):
        return "[" + ",".join(map(canonical, v)) + "]"
    return number(v) if type(v) in (int, float) else json.dumps(v, ensure_ascii=False)

def value(node, terms):  # of a printed formula: the operations and functions above and its terms, nothing else
    if isinstance(node, ast.Call):
        return CALL[node.func.id](*[value(one, terms) for one in node.args])
    if isinstance(node, ast.Name):
        return terms[node.id] if node.id in terms else {"pi": math.pi}[node.id]
    if isinstance(node, ast.Constant):
        return float(node.value)
    parts = [node.left, node.right] if isinstance(node, ast.BinOp) else [node.operand]
    return DO[type(node.op).__name__](*[value(one, terms) for one in parts])

@functools.cache
def parsed(text):
    return ast.parse(text, mode="eval").body

def read(said):  # very small numbers are in millionths of their unit
    return said["value"] * 1e-6 if said["unit"].startswith("1e-6 ") else float(said["value"])

def half(x):  # half a unit of the sixth digit: terms and values are rounded to six
    return 0.500001 * 10 ** (math.floor(math.log10(abs(x))) - 5) if x else 1e-10

def faults(answer):
    signed = {key: part for key, part in answer.items() if key not in ("content_sha256", "meta")}
    if hashlib.sha256(canonical(signed).encode()).hexdigest() != answer["content_sha256"]:
        yield "content_sha256 is not the digest of what it says"
    steps, inputs = answer["trace"]["steps"], answer["trace"]["inputs"]
    for n, step in enumerate(steps, 1):
        formula, terms, said = parsed(step["text"]), {name: read(term) for name, term in step["terms"].items()}, read(step)
        for name, at in terms.items():
            origin = step["terms"][name]["origin"]
            source = read(steps[int(origin[5:]) - 1]) if origin.startswith("step ") else at
            if origin.startswith("/"):
                try:
                    source = functools.reduce(lambda v, key: v[int(key) if isinstance(v, list) else key], origin[1:].split("/"), inputs)
                except LookupError:
                    pass  # absent: a default, told in the assumptions
            if abs(source - at) > half(at):
                yield f"step {n}, {step['symbol']}: {name} = {at:.6g}, but {origin} is {source:.6g}"
        follows = value(formula, terms)
        moves = (  # what the rounding of each term can move
            max(abs(value(formula, {**terms, name: at + way * half(at)}) - follows) for way in (-1, 1)) for name, at in terms.items()
        )
        if (gap := abs(follows - said) - half(said)) > 0 and gap > sum(moves):
            yield f"step {n}, {step['symbol']} = {step['text']}: {said:.6g} is said, {follows:.6g} follows"

def answers(path):  # in a file: one, or a line each in a stream
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()] if path.endswith(".jsonl") else [json.load(file)]

if __name__ == "__main__":
    found = [f"{path}: {fault}" for path in sys.argv[1:] for answer in answers(path) for fault in faults(answer)]
    print("\n".join(found) or "every digest and every step is right")
    sys.exit(7 if found else 0)
