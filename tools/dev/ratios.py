"""Runs Google Benchmark programs and prints each result against the first of its program.

Times of a shared machine mean little by themselves; their ratios within one run mean much.
"""

import json
import subprocess
import sys
from pathlib import Path


def measure(program):
    command = [program, "--benchmark_format=json", "--benchmark_min_time=0.1"]
    result = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return json.loads(result.stdout)["benchmarks"]


def main(programs):
    print(f"{'benchmark':<48} {'ns':>12} {'ratio':>8}")
    for program in programs:
        results = measure(program)
        nanoseconds = [r["cpu_time"] * {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}[r["time_unit"]]
                       for r in results]
        for result, time in zip(results, nanoseconds):
            name = f"{Path(program).name.removesuffix('_bench')}: {result['name']}"
            print(f"{name:<48} {time:>12.1f} {time / nanoseconds[0]:>8.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
