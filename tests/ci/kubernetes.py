# Runs each pod of an indexed Job as a container would be started: its command, its index, in the
# folder that stands for its volume.
#   kubernetes.py JOB FOLDER    exit 0 when every pod ended well
import os
import subprocess
import sys

import yaml

from run_script import stop

with open(sys.argv[1]) as file:
    spec = yaml.safe_load(file)["spec"]
if spec["completionMode"] != "Indexed":
    stop("no indexed job")
pod = spec["template"]["spec"]["containers"][0]
if pod["workingDir"] not in [mount["mountPath"] for mount in pod["volumeMounts"]]:
    stop("the pod works beside its volume")
passed = True
for index in range(spec["completions"]):
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG")}
    environment["JOB_COMPLETION_INDEX"] = str(index)
    print(f"--- pod {index}", flush=True)
    passed &= subprocess.run(pod["command"], cwd=sys.argv[2], env=environment,
                             stdin=subprocess.DEVNULL).returncode == 0
sys.exit(0 if passed else 1)
