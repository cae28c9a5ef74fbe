# What the three stand-ins for a runner share: a script run as a runner runs it, and folders copied.
import os
import shutil
import subprocess
import sys


class Failed(Exception):
    pass


def run_script(script, folder, environment, label):
    """bash as CI systems start it: ends at the first command that fails, in a pipe too."""
    print(f"--- {label}\n{script.rstrip()}", flush=True)
    known = {"PATH", "HOME", "LANG", "TMPDIR", "XDG_DATA_HOME"}  # a runner has nothing else of ours
    surroundings = {name: value for name, value in os.environ.items() if name in known}
    surroundings.update(environment)
    result = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder, env=surroundings, stdin=subprocess.DEVNULL)
    print(f"=> {result.returncode}", flush=True)
    return result.returncode == 0


def copy_over(source, target):
    """Copies a file, or what a folder holds, over what is there."""
    if os.path.isdir(source):
        shutil.copytree(source, target, dirs_exist_ok=True, symlinks=True)
    elif os.path.exists(source):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copy2(source, target)
    else:
        return False
    return True


def stop(text):
    print(f"{os.path.basename(sys.argv[0])}: {text}", file=sys.stderr)
    sys.exit(2)
