package threadmill.runner.sandbox.seccomp;

import static threadmill.runner.sandbox.seccomp.Check.argument;
import static threadmill.runner.sandbox.seccomp.Check.where;
import static threadmill.runner.sandbox.seccomp.Errno.EAFNOSUPPORT;
import static threadmill.runner.sandbox.seccomp.Errno.ENOPROTOOPT;
import static threadmill.runner.sandbox.seccomp.Errno.ENOSYS;
import static threadmill.runner.sandbox.seccomp.Errno.ENOTTY;
import static threadmill.runner.sandbox.seccomp.Errno.EPERM;
import static threadmill.runner.sandbox.seccomp.Errno.EPROTONOSUPPORT;
import static threadmill.runner.sandbox.seccomp.SystemCall.*;

/// What a JVM may ask of the kernel, in three tiers.
///
/// 1. **Allowed**: what HotSpot, the JDK's native libraries and glibc were seen to call (110 calls,
///    over all five collectors, javac, threads of both kinds, HttpClient, every kind of channel,
///    files, child processes, JFR and heap dumps), and what other versions of glibc call instead: a
///    filter that fits one distribution only would fail on the next. Where a few arguments of an
///    allowed call are dangerous, those are checked.
/// 2. **Ends the process**: calls that administer a machine, attack other processes, or lead into
///    those corners of the kernel that most exploits come from. No JVM makes them, so whoever does
///    came to break out, and the run ends as a `SECURITY_VIOLATION` at the first try.
/// 3. **Refused**: everything else. `ENOSYS`, also for calls that are not named here or not
///    invented yet, since libraries then fall back to an older call; `EPERM` where an answer of
///    "the kernel lacks it" would be a lie that somebody might believe.
///
/// The filter is installed by bubblewrap as its last step, so setting up namespaces is behind us;
/// `prlimit` and `java` are still to come.
final class JvmPolicy {
  // Flags of clone(2): NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET, NEWTIME.
  private static final int CLONE_NEW_NAMESPACE = 0x7e02_0080;

  private static final int MAP_SHARED_AND_ANONYMOUS = 0x01 | 0x20;
  private static final int F_SETPIPE_SZ = 1031;

  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;
  private static final int IPPROTO_TCP = 6;
  private static final int IPPROTO_UDP = 17;

  private static final int SOL_IP = 0;
  private static final int SOL_SOCKET = 1;
  private static final int SOL_TCP = 6;
  private static final int SOL_IPV6 = 41;
  private static final int SO_ATTACH_FILTER = 26;
  private static final int SO_ATTACH_BPF = 50;
  private static final int SO_ATTACH_REUSEPORT_CBPF = 51;
  private static final int SO_ATTACH_REUSEPORT_EBPF = 52;
  private static final int TCP_ULP = 31;

  /// Of a terminal's settings and size, bytes to read, and network interfaces: reading only.
  private static final Integer[] IOCTLS = {
    0x5401, // TCGETS
    0x802c_542a, // TCGETS2, which newer glibc asks first
    0x5413, // TIOCGWINSZ
    0x541b, // FIONREAD
    0x8910, // SIOCGIFNAME
    0x8912, // SIOCGIFCONF
    0x8913, // SIOCGIFFLAGS
    0x8915, // SIOCGIFADDR
    0x8917, // SIOCGIFDSTADDR
    0x8919, // SIOCGIFBRDADDR
    0x891b, // SIOCGIFNETMASK
    0x8921, // SIOCGIFMTU
    0x8927, // SIOCGIFHWADDR
    0x8933, // SIOCGIFINDEX
  };

  private static final Integer[] PRCTLS = {
    3, // PR_GET_DUMPABLE
    15, // PR_SET_NAME: a thread's name, which the timeline shows
    16, // PR_GET_NAME
    23, // PR_CAPBSET_READ
    38, // PR_SET_NO_NEW_PRIVS
    39, // PR_GET_NO_NEW_PRIVS
    41, // PR_SET_THP_DISABLE
    42, // PR_GET_THP_DISABLE
    0x5356_4d41, // PR_SET_VMA: names of memory areas
  };

  private JvmPolicy() {}

  static Policy table() {
    var policy = new Policy(new Action.Refuse(ENOSYS));
    memory(policy);
    processes(policy);
    time(policy);
    files(policy);
    sockets(policy);
    refusedByName(policy);
    ended(policy);
    return policy;
  }

  private static void memory(Policy policy) {
    policy
        // Shared memory without a file is in no limit of a process, and stays taken when all but a
        // page of it is unmapped and no longer counts as resident. Collectors map it private.
        .allowIf(MMAP, argument(3).hasNotAllBits(MAP_SHARED_AND_ANONYMOUS).orRefuse(EPERM))
        .allow(BRK, MUNMAP, MPROTECT, MREMAP, MADVISE, MSYNC, MINCORE, MEMBARRIER, GET_MEMPOLICY)
        // ... and so are these; only ZGC asks for the first.
        .refuse(ENOSYS, MEMFD_CREATE, MEMFD_SECRET)
        .refuse(EPERM, SHMGET, SHMAT, SHMCTL, SEMGET, MSGGET)
        .refuse(EPERM, MLOCK, MLOCK2, MLOCKALL);
  }

  private static void processes(Policy policy) {
    policy
        .allowIf(CLONE, argument(0).hasNoneOfBits(CLONE_NEW_NAMESPACE).orRefuse(EPERM))
        // Its flags are in memory, where a filter cannot look. glibc falls back to clone.
        .refuse(ENOSYS, CLONE3)
        .allow(FORK, VFORK, EXECVE, EXIT, EXIT_GROUP, WAIT4, WAITID)
        .allow(SET_TID_ADDRESS, SET_ROBUST_LIST, RSEQ, ARCH_PRCTL)
        .allow(FUTEX, RESTART_SYSCALL, SCHED_YIELD, SCHED_GETAFFINITY, GETCPU)
        .allow(SCHED_GETPARAM, SCHED_GETSCHEDULER, SCHED_GET_PRIORITY_MAX, SCHED_GET_PRIORITY_MIN)
        .allow(GETPRIORITY)
        .allow(RT_SIGACTION, RT_SIGPROCMASK, RT_SIGRETURN, RT_SIGSUSPEND, RT_SIGTIMEDWAIT)
        // Reaches the sandbox's own pid namespace only.
        .allow(SIGALTSTACK, KILL, TKILL, TGKILL)
        .allow(GETPID, GETPPID, GETTID, GETUID, GETEUID, GETGID, GETEGID, GETGROUPS)
        .allow(UNAME, SYSINFO, GETRANDOM, CAPGET)
        .allowIf(PRCTL, argument(0).isOneOf(PRCTLS).orRefuse(EPERM))
        // Read it, or ask for plain Linux. Other values switch off the randomised layout.
        .allowIf(PERSONALITY, argument(0).isOneOf(0, -1).orKill())
        // One's own limits, which can only go down; `prlimit --nproc` comes after the filter.
        .allowIf(PRLIMIT64, argument(0).isOneOf(0).orRefuse(EPERM))
        .allow(GETRLIMIT, SETRLIMIT, GETRUSAGE, TIMES);
  }

  private static void time(Policy policy) {
    policy
        .allow(CLOCK_GETTIME, CLOCK_GETRES, CLOCK_NANOSLEEP, NANOSLEEP, GETTIMEOFDAY, TIME)
        .allow(POLL, PPOLL, SELECT, PSELECT6, EVENTFD2)
        .allow(EPOLL_CREATE1, EPOLL_CTL, EPOLL_WAIT, EPOLL_PWAIT);
  }

  private static void files(Policy policy) {
    policy
        .allow(READ, WRITE, READV, WRITEV, PREAD64, PWRITE64, PREADV, PWRITEV, LSEEK)
        .allow(CLOSE, CLOSE_RANGE, DUP, DUP2, DUP3, FLOCK, PIPE, PIPE2, SENDFILE, COPY_FILE_RANGE)
        // A thousand pipes of 1 MiB are a gigabyte of the kernel's memory.
        .allowIf(FCNTL, argument(1).isNoneOf(F_SETPIPE_SZ).orRefuse(EPERM))
        // TIOCSTI and TIOCLINUX, which type into a terminal, are among those that are not listed.
        .allowIf(IOCTL, argument(1).isOneOf(IOCTLS).orRefuse(ENOTTY))
        .allow(FSYNC, FDATASYNC, FTRUNCATE, TRUNCATE, FALLOCATE, FADVISE64)
        .allow(OPEN, OPENAT, STAT, LSTAT, FSTAT, NEWFSTATAT, STATX, STATFS, FSTATFS)
        .allow(ACCESS, FACCESSAT, FACCESSAT2, READLINK, READLINKAT, GETDENTS64)
        .allow(GETCWD, CHDIR, FCHDIR, UMASK)
        .allow(MKDIR, MKDIRAT, RMDIR, UNLINK, UNLINKAT, RENAME, RENAMEAT, RENAMEAT2)
        .allow(LINK, LINKAT, SYMLINK, SYMLINKAT, CHMOD, FCHMOD, FCHMODAT, FCHMODAT2)
        .allow(CHOWN, FCHOWN, LCHOWN, FCHOWNAT, UTIMES, UTIMENSAT)
        .allow(FGETXATTR, FLISTXATTR)
        // Attributes take memory that nobody counts.
        .refuse(EPERM, FSETXATTR, FREMOVEXATTR)
        .allow(INOTIFY_INIT, INOTIFY_INIT1, INOTIFY_ADD_WATCH, INOTIFY_RM_WATCH);
  }

  /// Families and protocols that Java has no class for are left out: modules of the kernel that are
  /// loaded on demand and seldom looked at. So are programs attached to sockets.
  private static void sockets(Policy policy) {
    policy
        .allowIf(
            SOCKET,
            argument(0).isOneOf(AF_UNIX, AF_INET, AF_INET6).orRefuse(EAFNOSUPPORT),
            argument(2).isOneOf(0, IPPROTO_TCP, IPPROTO_UDP).orRefuse(EPROTONOSUPPORT))
        .allowIf(SOCKETPAIR, argument(0).isOneOf(AF_UNIX).orRefuse(EAFNOSUPPORT))
        .allowIf(
            SETSOCKOPT,
            argument(1).isOneOf(SOL_IP, SOL_SOCKET, SOL_TCP, SOL_IPV6).orRefuse(ENOPROTOOPT),
            where(1, SOL_SOCKET)
                .argument(2)
                .isNoneOf(
                    SO_ATTACH_FILTER,
                    SO_ATTACH_BPF,
                    SO_ATTACH_REUSEPORT_CBPF,
                    SO_ATTACH_REUSEPORT_EBPF)
                .orRefuse(EPERM),
            where(1, SOL_TCP).argument(2).isNoneOf(TCP_ULP).orRefuse(ENOPROTOOPT))
        .allow(BIND, LISTEN, ACCEPT, ACCEPT4, CONNECT, SHUTDOWN)
        .allow(GETSOCKNAME, GETPEERNAME, GETSOCKOPT)
        .allow(SENDTO, SENDMSG, SENDMMSG, RECVFROM, RECVMSG, RECVMMSG);
  }

  private static void refusedByName(Policy policy) {
    policy
        // A run keeps to the cores that it was bound to, at the priority that all have.
        .refuse(EPERM, SCHED_SETAFFINITY, SCHED_SETSCHEDULER, SCHED_SETPARAM, SCHED_SETATTR)
        .refuse(EPERM, SETPRIORITY, IOPRIO_SET, SET_MEMPOLICY, MBIND, MIGRATE_PAGES, MOVE_PAGES)
        // There is nobody to become, and no terminal to leave.
        .refuse(EPERM, SETUID, SETGID, SETREUID, SETREGID, SETRESUID, SETRESGID, SETGROUPS)
        .refuse(EPERM, SETFSUID, SETFSGID, CAPSET, SETSID, SETPGID)
        .refuse(EPERM, MKNOD, MKNODAT)
        // These make the host's disks write all that they hold back.
        .refuse(EPERM, SYNC, SYNCFS)
        // A second filter could not take back this one, but make a supervisor of a student.
        .refuse(EPERM, SECCOMP);
  }

  private static void ended(Policy policy) {
    policy
        // Another view of the file system.
        .kill(MOUNT, UMOUNT2, PIVOT_ROOT, CHROOT, MOVE_MOUNT, OPEN_TREE, OPEN_TREE_ATTR)
        .kill(FSOPEN, FSCONFIG, FSMOUNT, FSPICK, MOUNT_SETATTR)
        .kill(OPEN_BY_HANDLE_AT, NAME_TO_HANDLE_AT)
        // Another set of namespaces.
        .kill(UNSHARE, SETNS)
        // Another process's memory and descriptors.
        .kill(PTRACE, PROCESS_VM_READV, PROCESS_VM_WRITEV, PROCESS_MADVISE, PIDFD_GETFD, KCMP)
        // Programs and queues in the kernel, races by page faults, keys, segments.
        .kill(BPF, PERF_EVENT_OPEN, USERFAULTFD, IO_URING_SETUP, IO_URING_ENTER, IO_URING_REGISTER)
        .kill(KEYCTL, ADD_KEY, REQUEST_KEY, MODIFY_LDT)
        // The machine.
        .kill(KEXEC_LOAD, KEXEC_FILE_LOAD, INIT_MODULE, FINIT_MODULE, DELETE_MODULE, REBOOT)
        .kill(SWAPON, SWAPOFF, ACCT, QUOTACTL, QUOTACTL_FD, FANOTIFY_INIT, SYSLOG, VHANGUP)
        .kill(IOPL, IOPERM, SETHOSTNAME, SETDOMAINNAME)
        .kill(SETTIMEOFDAY, CLOCK_SETTIME, ADJTIMEX, CLOCK_ADJTIME);
  }
}
