# Runs a GitLab pipeline as its runner would: jobs stage by stage, `parallel: N` one after the other,
# every `script:` by bash in a checkout of its own, artifacts of earlier jobs laid into later ones.
#   gitlab.py PIPELINE PROJECT SCRATCH    -> SCRATCH/artifacts, exit 0 when every job passed
import os
import sys

import yaml

from run_script import copy_over, run_script, stop

WORDS = {"stages", "default", "variables", "workflow"}
KNOWN = {"stage", "script", "before_script", "artifacts", "cache", "parallel", "needs", "when",
         "image", "rules", "variables"}


def job_environment(pipeline, job, index, total):
    environment = {"CI": "true", "GITLAB_CI": "true", "CI_COMMIT_SHORT_SHA": "0123abc"}
    for scope in (pipeline, job):
        environment.update({key: str(value) for key, value in scope.get("variables", {}).items()})
    if total > 1:
        environment.update({"CI_NODE_INDEX": str(index), "CI_NODE_TOTAL": str(total)})
    return environment


def run_job(pipeline, name, job, index, total, project, scratch):
    unknown = set(job) - KNOWN
    if unknown:
        stop(f"{name}: unknown: {', '.join(sorted(unknown))}")
    checkout = os.path.join(scratch, "checkouts", f"{name}-{index}")
    artifacts = os.path.join(scratch, "artifacts")
    cache = job.get("cache", {}).get("paths", [])
    copy_over(project, checkout)
    copy_over(artifacts, checkout)
    for path in cache:
        copy_over(os.path.join(scratch, "cache", path), os.path.join(checkout, path))
    lines = pipeline.get("default", {}).get("before_script", []) + job.get("before_script", [])
    passed = run_script("\n".join(lines + job["script"]), checkout,
                        job_environment(pipeline, job, index, total), f"{name} {index}/{total}")
    for path in cache:
        copy_over(os.path.join(checkout, path), os.path.join(scratch, "cache", path))
    kept = job.get("artifacts", {})
    if passed or kept.get("when") == "always":
        reports = [path for path in kept.get("reports", {}).values()]
        for path in kept.get("paths", []) + reports:
            if not copy_over(os.path.join(checkout, path), os.path.join(artifacts, path)):
                stop(f"{name}: nothing to keep in {path}")
    return passed


with open(sys.argv[1]) as file:
    whole = yaml.safe_load(file)
os.makedirs(os.path.join(sys.argv[3], "artifacts"))
all_passed = True
for stage in whole["stages"]:
    stage_passed = True
    for job_name, description in whole.items():
        if job_name in WORDS or description.get("stage") != stage:
            continue
        if not all_passed and description.get("when") != "always":
            continue
        times = description.get("parallel", 1)
        for number in range(1, times + 1):
            stage_passed &= run_job(whole, job_name, description, number, times, *sys.argv[2:4])
    all_passed &= stage_passed
sys.exit(0 if all_passed else 1)
