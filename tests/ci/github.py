# Runs a GitHub workflow as its runner would: jobs after what they need, a matrix one after the
# other, every `run:` by bash in a checkout of its own. Only what the examples use is known; the four
# actions of GitHub's that they name are done by copying folders; anything else is a fault.
#   github.py WORKFLOW PROJECT SCRATCH    -> SCRATCH/artifacts/<name>, exit 0 when every job passed
import json
import os
import re
import sys

import yaml

from run_script import copy_over, run_script, stop


class Runner:
    def __init__(self, project, scratch):
        self.project = project
        self.scratch = scratch
        self.outputs = {}  # of jobs that are done
        self.passed = {}

    def value(self, expression, known):
        """${{ a.b.c }}, fromJSON(…): nothing more is used."""
        expression = expression.strip()
        inner = re.fullmatch(r"fromJSON\((.*)\)", expression)
        if inner:
            return json.loads(self.value(inner.group(1), known))
        here = known
        for name in expression.split("."):
            if not isinstance(here, dict) or name not in here:
                stop(f"unknown expression: {expression}")
            here = here[name]
        return here

    def filled(self, text, known):
        whole = re.fullmatch(r"\$\{\{(.*?)\}\}", text.strip())
        if whole:
            return self.value(whole.group(1), known)
        return re.sub(r"\$\{\{(.*?)\}\}", lambda hit: str(self.value(hit.group(1), known)), text)

    def action(self, name, given, checkout):
        artifacts = os.path.join(self.scratch, "artifacts")
        path = os.path.join(checkout, given.get("path", ""))
        if name == "actions/checkout":
            copy_over(self.project, checkout)
        elif name == "actions/cache":
            kept = os.path.join(self.scratch, "cache", given["path"])
            copy_over(kept, path)
            return lambda: copy_over(path, kept)
        elif name == "actions/upload-artifact":
            if not copy_over(path, os.path.join(artifacts, given["name"])):
                stop(f"nothing to keep in {given['path']}")
        elif name == "actions/download-artifact":
            prefix = given["pattern"].rstrip("*")
            for kept in sorted(os.listdir(artifacts)):
                if kept.startswith(prefix):
                    copy_over(os.path.join(artifacts, kept), os.path.join(path, kept))
        else:
            stop(f"unknown action: {name}")
        return None

    def run_job(self, name, job, matrix):
        label = name + "".join(f"-{value}" for value in matrix.values()).replace("/", "-of-")
        checkout = os.path.join(self.scratch, "checkouts", label)
        os.makedirs(checkout)
        known = {"matrix": matrix, "steps": {}, "github": {"sha": "0123abc"},
                 "needs": {one: {"outputs": self.outputs[one]} for one in self.outputs}}
        passed, last = True, []
        for number, step in enumerate(job["steps"]):
            if not passed and str(step.get("if", "")) != "always()":
                continue
            if "uses" in step:
                given = {key: str(self.filled(str(value), known))
                         for key, value in step.get("with", {}).items()}
                after = self.action(step["uses"].split("@")[0], given, checkout)
                if after:
                    last.append(after)
                continue
            output = os.path.join(self.scratch, f"output-{label}-{number}")
            summary = os.path.join(self.scratch, f"summary-{label}.md")
            open(output, "w").close()
            environment = {"GITHUB_OUTPUT": output, "GITHUB_STEP_SUMMARY": summary,
                           "GITHUB_ACTIONS": "true", "CI": "true"}
            for scope in (job, step):
                for key, value in scope.get("env", {}).items():
                    environment[key] = str(self.filled(str(value), known))
            passed = run_script(self.filled(step["run"], known), checkout, environment,
                                f"{label}: {step.get('name', step.get('id', number))}") and passed
            if "id" in step:
                with open(output) as lines:
                    pairs = (line.rstrip("\n").split("=", 1) for line in lines)
                    known["steps"][step["id"]] = {"outputs": dict(pairs)}
        for after in last:
            after()
        self.outputs[name] = {key: str(self.filled(value, known))
                              for key, value in job.get("outputs", {}).items()} if passed else {}
        return passed

    def run(self, jobs):
        for name, job in jobs.items():
            needs = job.get("needs", [])
            needs = [needs] if isinstance(needs, str) else needs
            if not all(self.passed[one] for one in needs) and job.get("if") != "always()":
                self.passed[name] = False
                continue
            matrix = job.get("strategy", {}).get("matrix", {})
            if isinstance(matrix, str):
                matrix = self.filled(matrix, {"needs": {
                    one: {"outputs": self.outputs[one]} for one in needs}})
            rows = matrix.get("include") or [
                {key: value} for key, values in matrix.items() for value in values] or [{}]
            self.passed[name] = all([self.run_job(name, job, row) for row in rows])
        return all(self.passed.values())


with open(sys.argv[1]) as file:
    workflow = yaml.safe_load(file)
runner = Runner(sys.argv[2], sys.argv[3])
sys.exit(0 if runner.run(workflow["jobs"]) else 1)
