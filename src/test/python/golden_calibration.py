"""Golden values of io.nanocell.confidence: a small set of labelled candidates and the weights that scipy finds for it.

python 3.11, numpy 2.4.6, scipy (versions that ran: header of every file)
run from the project's root: python src/test/python/golden_calibration.py
"""

import platform
from pathlib import Path

import numpy as np
import scipy
from scipy.optimize import minimize

GOLDEN = Path(__file__).parents[1] / "resources" / "golden" / "calibration"
TOOLS = f"python {platform.python_version()}, numpy {np.__version__}, scipy {scipy.__version__}"
COMMAND = "python src/test/python/golden_calibration.py"
RIDGE = 0.002
PARTS = ["markerCount", "posterior", "lead", "below", "markerShare", "sourceAgreement", "sourceShare", "secondLineage", "knownMarkers", "markerSupport",
         "margin", "coverage", "entropy", "heterogeneity", "leakage"]
TERMS = ["posterior/sqrt(markers)", "posterior/markers"] + PARTS[2:]
AGAINST = ["secondLineage", "entropy", "heterogeneity", "leakage"]


def write(name, what, rows):
    GOLDEN.mkdir(parents=True, exist_ok=True)
    with open(GOLDEN / name, "w") as out:
        out.write(f"# {what}; {TOOLS}; {COMMAND}\n")
        out.writelines("\t".join(row) + "\n" for row in rows)


def cases(n=200, seed=11):
    """Parts as they come, right with a probability that falls with coverage: its weight must stop at 0."""
    rng = np.random.default_rng(seed)
    rows = []
    for i in range(n):
        markers = float(rng.integers(3, 21))
        posterior, lead, below, share, agreement, mean_share, second, known, support, margin, coverage = np.round(rng.random(11), 4)
        entropy = round(2.3 * rng.random(), 4)
        mixed = rng.random() < 0.5
        het, leak = (round(rng.random() * 0.6, 4), round(rng.random(), 4)) if mixed else (None, None)
        p = np.clip(posterior, 1e-4, 1 - 1e-4)
        z = -0.5 + 4 / markers * np.log(p / (1 - p)) + 2 * lead - 1 + 2 * share + agreement - second + margin - 4 * coverage - 3 * (het or 0)
        right = int(rng.random() < 1 / (1 + np.exp(-z)))
        weight = round(0.25 + rng.random(), 4)
        rows.append((f"case-{i}", f"tissue-{i % 13}", markers, posterior, lead, below, share, agreement, mean_share, second, known, support,
                     margin, coverage, entropy, het, leak, right, weight))
    return rows


def fit(rows):
    n = np.array([r[2] for r in rows])
    p = np.clip([r[3] for r in rows], 1e-4, 1 - 1e-4)
    x = np.column_stack([np.log(p / (1 - p)) / np.sqrt(n), np.log(p / (1 - p)) / n]
                        + [[(-1 if t in AGAINST else 1) * (r[k] or 0) for r in rows] for k, t in enumerate(PARTS[2:], 4)])
    y = np.array([r[-2] for r in rows], float)
    w = np.array([r[-1] for r in rows])
    w = w / w.sum()
    mean = w @ x
    sd = np.sqrt(w @ (x - mean) ** 2)
    s = (x - mean) / sd

    def objective(b):
        z = b[0] + s @ b[1:]
        q = 1 / (1 + np.exp(-z))
        loss = w @ (np.logaddexp(0, z) - y * z) + RIDGE / 2 * b[1:] @ b[1:]
        return loss, np.r_[w @ (q - y), s.T @ (w * (q - y)) + RIDGE * b[1:]]

    found = minimize(objective, np.zeros(1 + len(TERMS)), jac=True, method="L-BFGS-B", bounds=[(None, None)] + [(0, None)] * len(TERMS),
                     options=dict(ftol=1e-16, gtol=1e-12, maxiter=10000, maxfun=100000))
    weights = found.x[1:] / sd
    return found.x[0] - weights @ mean, weights


if __name__ == "__main__":
    rows = cases()
    write("cases.tsv", "id group " + " ".join(PARTS) + " right weight; - is null",
          [["-" if v is None else str(v) for v in r] for r in rows])
    intercept, weights = fit(rows)
    write("weights.tsv", "intercept and weight of every term of cases.tsv, ridge 0.002, weights >= 0",
          [["intercept", repr(float(intercept))]] + [[t, repr(float(v))] for t, v in zip(TERMS, weights)])
