#include "plugin/system_wall.hpp"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>
#include <vector>

namespace rapporteur::plugin {
namespace {

#if defined(__x86_64__)
constexpr unsigned int machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned int machine = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned int machine = 0;
#endif

// Numbers that one of the two machines lacks are left out there: it has the newer call only.
const std::vector<long>& refused_calls() {
  static const std::vector<long> calls {
    // programs, processes and what reaches into others
    SYS_execve, SYS_execveat, SYS_clone, SYS_clone3, SYS_ptrace, SYS_process_vm_readv,
        SYS_process_vm_writev, SYS_pidfd_open, SYS_pidfd_getfd, SYS_kill, SYS_setns, SYS_unshare,
        // network
        SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
        SYS_sendto, SYS_sendmsg,
        // files
        SYS_openat2, SYS_unlinkat, SYS_renameat2, SYS_mkdirat, SYS_mknodat, SYS_linkat,
        SYS_symlinkat, SYS_fchmod, SYS_fchmodat, SYS_fchown, SYS_fchownat, SYS_truncate,
        SYS_ftruncate, SYS_fallocate, SYS_utimensat, SYS_setxattr, SYS_lsetxattr, SYS_fsetxattr,
        SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_memfd_create,
        // the kernel's own doors
        SYS_bpf, SYS_perf_event_open, SYS_io_uring_setup, SYS_userfaultfd, SYS_keyctl, SYS_add_key,
        SYS_init_module, SYS_finit_module, SYS_kexec_load,
#if defined(__x86_64__)
        SYS_fork, SYS_vfork, SYS_creat, SYS_unlink, SYS_rename, SYS_mkdir, SYS_rmdir, SYS_mknod,
        SYS_link, SYS_symlink, SYS_chmod, SYS_chown, SYS_lchown, SYS_utime, SYS_utimes,
#endif
        SYS_renameat
  };
  return calls;
}

sock_filter statement(unsigned short code, unsigned int value) {
  return {code, 0, 0, value};
}
sock_filter jump(unsigned short code, unsigned int value, unsigned char yes, unsigned char no) {
  return {code, yes, no, value};
}

// With these flags an open makes or changes a file.
constexpr unsigned int writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;

// Refuses the call `number` when its argument `position` has a writing flag.
void refuse_writing(std::vector<sock_filter>& program, unsigned int number, unsigned int position) {
  const auto argument =
      static_cast<unsigned int>(offsetof(seccomp_data, args) + position * sizeof(__u64));
  program.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 4));
  program.push_back(statement(BPF_LD | BPF_W | BPF_ABS, argument));
  program.push_back(jump(BPF_JMP | BPF_JSET | BPF_K, writing, 0, 1));
  program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
  program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
}

std::vector<sock_filter> filter() {
  std::vector<sock_filter> program;
  program.reserve(refused_calls().size() * 2 + 20);
  program.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)));
  program.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0));
  program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
  program.push_back(statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
#if defined(__x86_64__)
  constexpr unsigned int x32 = 0x40000000;  // the same calls under other numbers
  program.push_back(jump(BPF_JMP | BPF_JGE | BPF_K, x32, 0, 1));
  program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS));
  refuse_writing(program, SYS_open, 1);
#endif
  refuse_writing(program, SYS_openat, 2);
  for (const long call : refused_calls()) {
    program.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned int>(call), 0, 1));
    program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
  }
  program.push_back(statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  return program;
}

}  // namespace

bool raise_system_wall() {
  if (machine == 0) {
    return false;
  }
  std::vector<sock_filter> program = filter();
  const sock_fprog loaded{static_cast<unsigned short>(program.size()), program.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &loaded) == 0;
}

}  // namespace rapporteur::plugin
