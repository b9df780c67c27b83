package threadmill.runner.sandbox.escape;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import threadmill.runner.sandbox.escape.RawCalls.Outcome;
import threadmill.runner.sandbox.escape.RawCalls.Outcome.Failed;
import threadmill.runner.sandbox.escape.RawCalls.Outcome.Killed;
import threadmill.runner.sandbox.escape.RawCalls.Outcome.Returned;
import threadmill.runner.sandbox.seccomp.Filter;
import threadmill.runner.sandbox.seccomp.SystemCall;

/// Tries to break out of the sandbox that it is started in, in every way of the threat model, and
/// prints a line for each; it has native access, as an attacker is assumed to have.
///
/// What it tries would harm nobody if it worked: it looks at what it should not see, and makes
/// files of no bytes.
final class Escapes {
  /// The last line: all was tried.
  static final String DONE = "done";

  private static final int O_WRONLY = 1;
  private static final int O_CREAT = 0x40;
  private static final int O_PATH = 0x20_0000;
  private static final int AF_UNIX = 1;
  private static final int AF_INET = 2;
  private static final int STREAM = 1;
  private static final int DATAGRAM = 2;
  private static final int CLONE_NEWUSER = 0x1000_0000;
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
  private static final int MAP_SHARED_ANONYMOUS = 0x21;
  private static final int PR_GET_NO_NEW_PRIVS = 39;
  private static final int RLIMIT_NOFILE = 7;
  private static final int CAP_NET_BIND_SERVICE = 1 << 10;
  private static final int TIOCSTI = 0x5412;
  private static final int X32_BIT = 0x4000_0000;

  /// Process numbers to look at: those of a machine's services, which started first.
  private static final int PROCESSES = 8_192;

  /// Descriptors of ours that could lead out.
  private static final int DESCRIPTORS = 64;

  private static final Set<Integer> REFUSALS = Set.of(1, 38);

  private final Targets targets;
  private final RawCalls kernel;
  private final long self;

  private Escapes(Targets targets, RawCalls kernel) {
    this.targets = targets;
    this.kernel = kernel;
    this.self = ((Returned) kernel.call(SystemCall.GETPID)).value();
  }

  /// Makes every attempt.
  ///
  /// @param args the targets
  public static void main(String[] args) {
    try (var kernel = new RawCalls()) {
      var escapes = new Escapes(Targets.of(args), kernel);
      escapes.files();
      escapes.networkAndProcesses();
      escapes.privileges();
      escapes.systemCalls();
      escapes.limits();
      IO.println(DONE);
      // The supervisor has to see this as what it is.
      kernel.call(SystemCall.UNSHARE, CLONE_NEWUSER);
    }
    // Not an orderly end, which could wait for what forked children left behind.
    Runtime.getRuntime().halt(0);
  }

  private void files() {
    unreachable("read a file of the host", targets.file());
    unreachable("read /etc/passwd", "/etc/passwd");
    unreachable("read the environment of other processes", "/proc/1/environ");
    unreachable("write its own memory through /proc", "/proc/self/mem");
    unreachable("read the settings of the kernel", "/sys/kernel/uevent_helper");
    unreachable("read the settings of devices", "/sys/class");
    unreachable("map memory that no limit counts", "/dev/zero", 0);
    for (var folder : List.of("/", "/dev", "/dev/shm", "/jdk", "/jdk/lib", "/threadmill", "/bin")) {
      unreachable("write to " + folder, folder + "/escaped", O_WRONLY | O_CREAT);
    }
    unreachable("write to the JDK's classes", "/jdk/lib/modules", O_WRONLY);
    unreachable("write to the program that starts it", "/bin/prlimit", O_WRONLY);
    for (var setuid : List.of("/bin/su", "/usr/bin/su", "/usr/bin/passwd", "/usr/bin/sudo")) {
      unreachable("see the setuid program " + setuid, setuid, O_PATH);
    }
    var open = new ArrayList<Integer>();
    for (int descriptor = 0; descriptor < DESCRIPTORS; descriptor++) {
      if (kernel.call(SystemCall.OPENAT, descriptor, kernel.path(".."), O_PATH)
          instanceof Returned) {
        open.add(descriptor);
      }
    }
    tell(Wall.MOUNTS, "leave by an inherited folder", open.isEmpty(), "folders open: " + open);
  }

  private void networkAndProcesses() {
    var loopback = internet(targets.port(), 127, 0, 0, 1);
    connect("connect to a port of the host", AF_INET, STREAM, loopback);
    connect("reach the network", AF_INET, DATAGRAM, internet(9, 192, 0, 2, 1));
    connect("reach a cloud's metadata", AF_INET, DATAGRAM, internet(80, 169, 254, 169, 254));
    connect("connect to a unix socket of the host", AF_UNIX, STREAM, kernel.unix(targets.socket()));
    connect(
        "connect to an abstract socket of the host",
        AF_UNIX,
        STREAM,
        kernel.unix("\0" + targets.abstractSocket()));

    var foreign =
        IntStream.concat(IntStream.range(2, PROCESSES), IntStream.of(targets.supervisor()))
            .filter(this::isForeign)
            .limit(3)
            .boxed()
            .toList();
    tell(Wall.NAMESPACES, "see processes of the host", foreign.isEmpty(), "seen: " + foreign);
    var parent = kernel.call(SystemCall.GETPPID);
    tell(
        Wall.NAMESPACES,
        "have a parent outside",
        parent.equals(new Returned(1)) || parent.equals(new Returned(0)),
        "parent's number " + parent.words());
  }

  private void privileges() {
    var header = kernel.bytes(8);
    header.set(JAVA_INT, 0, 0x2008_0522);
    var sets = kernel.bytes(24);
    var outcome = kernel.call(SystemCall.CAPGET, header.address(), sets.address());
    int given = targets.web() ? CAP_NET_BIND_SERVICE : 0;
    boolean none = sets.elements(JAVA_INT).allMatch(set -> (set.get(JAVA_INT, 0) & ~given) == 0);
    tell(
        Wall.PRIVILEGES,
        targets.web() ? "use a capability beyond binding ports" : "use a capability",
        outcome instanceof Returned && none,
        none ? "none in any set" : "some are held");
    failed(Wall.PRIVILEGES, "raise a limit of its own", raisedLimit());
    failed(Wall.PRIVILEGES, "become root", kernel.call(SystemCall.SETUID, 0));
    failed(Wall.PRIVILEGES, "become another group", kernel.call(SystemCall.SETRESGID, 0, 0, 0));
    var user = kernel.call(SystemCall.GETUID);
    if (targets.web()) {
      rootOfItsOwn();
    } else {
      tell(Wall.PRIVILEGES, "be root", !user.equals(new Returned(0)), "user " + user.words());
    }
    var locked = kernel.call(SystemCall.PRCTL, PR_GET_NO_NEW_PRIVS);
    tell(
        Wall.PRIVILEGES,
        "gain privileges by a setuid program",
        locked.equals(new Returned(1)),
        "no_new_privs " + locked.words());
  }

  /// A sandbox with the virtual web is root of a namespace in which there is nobody else.
  private void rootOfItsOwn() {
    var file = kernel.path("/tmp/owned");
    if (kernel.call(SystemCall.OPEN, file, O_WRONLY | O_CREAT, 0x180)
        instanceof Returned(long descriptor)) {
      kernel.call(SystemCall.CLOSE, descriptor);
    }
    failed(
        Wall.PRIVILEGES, "give a file to another user", kernel.call(SystemCall.CHOWN, file, 1, 1));
    failed(
        Wall.MOUNTS,
        "change the rights of a file of the host",
        kernel.call(SystemCall.CHMOD, kernel.path("/jdk/release"), 0x1ff));
    failed(
        Wall.PRIVILEGES,
        "make a device",
        kernel.call(SystemCall.MKNOD, kernel.path("/tmp/d"), 0x2180, 0x101));
  }

  /// `RLIMIT_NOFILE`, to one more than the most.
  private Outcome raisedLimit() {
    var limit = kernel.bytes(16);
    kernel.call(SystemCall.PRLIMIT64, 0, RLIMIT_NOFILE, 0, limit.address());
    limit.set(JAVA_LONG, 8, limit.get(JAVA_LONG, 8) + 1);
    return kernel.call(SystemCall.PRLIMIT64, 0, RLIMIT_NOFILE, limit.address(), 0);
  }

  private void systemCalls() {
    var filter = Filter.forJvm();
    var arguments = tempting();
    for (var call : filter.killed()) {
      var outcome = kernel.inChild(call.number(), arguments.getOrDefault(call, new long[0]));
      killed("make the system call " + call, outcome);
    }
    for (var call : filter.refused()) {
      var outcome = kernel.call(call, arguments.getOrDefault(call, new long[0]));
      refused(Wall.SYSTEM_CALLS, "make the system call " + call, outcome);
    }
    killed("change its personality", kernel.inChild(SystemCall.PERSONALITY.number(), 0x004_0000));
    killed("make an x32 call", kernel.inChild(SystemCall.GETPID.number() | X32_BIT));
    // mov $20, %eax; int $0x80; ret: getpid of the 32-bit interface.
    byte[] i386 = {(byte) 0xb8, 20, 0, 0, 0, (byte) 0xcd, (byte) 0x80, (byte) 0xc3};
    var outcome32 = kernel.runInChild(i386);
    // Where processor or hypervisor lack that interface, the instruction itself faults.
    boolean stopped = outcome32.equals(new Killed(Errors.SIGSEGV)) || killed(outcome32);
    tell(Wall.SYSTEM_CALLS, "make a 32-bit call", stopped, outcome32.words());
    refused("clone itself as root of its own", kernel.call(SystemCall.CLONE, CLONE_NEWUSER | 17));
    refused(
        "share memory that no limit counts",
        kernel.call(SystemCall.MMAP, 0, 4096, PROT_READ_WRITE, MAP_SHARED_ANONYMOUS, -1, 0));
    failed("type into the terminal", kernel.call(SystemCall.IOCTL, 0, TIOCSTI, sentinel()));
    for (int family : new int[] {16, 17, 38, 40}) {
      failed("open a socket of family " + family, kernel.call(SystemCall.SOCKET, family, 3, 0));
    }
  }

  /// Arguments with which a call would do something, where it were allowed to.
  private Map<SystemCall, long[]> tempting() {
    var map = new EnumMap<SystemCall, long[]>(SystemCall.class);
    map.put(SystemCall.UNSHARE, new long[] {CLONE_NEWUSER});
    map.put(SystemCall.MOUNT, new long[] {0, kernel.path("/tmp"), kernel.path("tmpfs"), 0, 0});
    map.put(SystemCall.CHROOT, new long[] {kernel.path("/tmp")});
    map.put(SystemCall.OPEN_TREE, new long[] {-100, kernel.path("/"), 1});
    map.put(SystemCall.FSOPEN, new long[] {kernel.path("tmpfs"), 0});
    map.put(SystemCall.KCMP, new long[] {self, self, 0, 0, 0});
    map.put(SystemCall.USERFAULTFD, new long[] {1});
    map.put(SystemCall.IO_URING_SETUP, new long[] {1, kernel.bytes(256).address()});
    map.put(SystemCall.KEYCTL, new long[] {0, -4, 1});
    map.put(SystemCall.NAME_TO_HANDLE_AT, new long[] {-100, kernel.path("/"), 0, 0, 0});
    map.put(SystemCall.MEMFD_CREATE, new long[] {kernel.path("x"), 0});
    map.put(SystemCall.SHMGET, new long[] {0, 4096, 0x3c0});
    // Of a filter at no address: where it was allowed, that would be another error.
    map.put(SystemCall.SECCOMP, new long[] {1, 0, 0});
    map.put(SystemCall.SCHED_SETAFFINITY, new long[] {0, 8, sentinel()});
    return map;
  }

  private void limits() {
    var memory =
        kernel.call(
            SystemCall.MMAP, 0, targets.dataBytes(), PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0);
    failed(Wall.LIMITS, "take more memory than its limit", memory);

    // Two files, so that it is not the size of one that ends it.
    var fill = new ArrayList<Outcome>();
    for (var file : List.of("/tmp/a", "/tmp/b")) {
      int created = O_WRONLY | O_CREAT;
      if (kernel.call(SystemCall.OPEN, kernel.path(file), created, 0x180)
          instanceof Returned(long descriptor)) {
        fill.add(kernel.call(SystemCall.FALLOCATE, descriptor, 0, 0, targets.tmpfsBytes() * 5 / 8));
        kernel.call(SystemCall.CLOSE, descriptor);
      }
    }
    failed(Wall.LIMITS, "fill more than its own folder", fill.getLast());

    var children = new ArrayList<Integer>();
    int child = kernel.idleChild();
    while (child > 0 && children.size() <= targets.tasks()) {
      children.add(child);
      child = kernel.idleChild();
    }
    children.forEach(kernel::kill);
    tell(
        Wall.LIMITS,
        "start more processes than its limit",
        children.size() < targets.tasks(),
        "stopped after " + children.size() + " of " + targets.tasks());
  }

  private void unreachable(String attempt, String path) {
    unreachable(attempt, path, 0);
  }

  private void unreachable(String attempt, String path, int flags) {
    failed(Wall.MOUNTS, attempt, kernel.call(SystemCall.OPEN, kernel.path(path), flags, 0x1b6));
  }

  private void connect(String attempt, int family, int type, MemorySegment address) {
    var socket = kernel.call(SystemCall.SOCKET, family, type, 0);
    var outcome =
        socket instanceof Returned(long descriptor)
            ? kernel.call(SystemCall.CONNECT, descriptor, address.address(), address.byteSize())
            : socket;
    if (socket instanceof Returned(long descriptor)) {
      kernel.call(SystemCall.CLOSE, descriptor);
    }
    failed(Wall.NAMESPACES, attempt, outcome);
  }

  private MemorySegment internet(int port, int... address) {
    var segment = kernel.bytes(16);
    segment.set(JAVA_SHORT, 0, (short) AF_INET);
    segment.set(JAVA_BYTE, 2, (byte) (port >> 8));
    segment.set(JAVA_BYTE, 3, (byte) port);
    for (int i = 0; i < address.length; i++) {
      segment.set(JAVA_BYTE, 4 + i, (byte) address[i]);
    }
    return segment;
  }

  /// Address of a byte that is not 0.
  private long sentinel() {
    var segment = kernel.bytes(8);
    segment.set(JAVA_BYTE, 0, (byte) 1);
    return segment.address();
  }

  /// Whether a number is that of a process, but not of a thread of ours.
  private boolean isForeign(int pid) {
    return pid > 1
        && !isGone(kernel.call(SystemCall.KILL, pid, 0))
        && isGone(kernel.call(SystemCall.TGKILL, self, pid, 0));
  }

  private static boolean isGone(Outcome outcome) {
    return outcome.equals(new Failed(Errors.ESRCH));
  }

  private static void failed(String attempt, Outcome outcome) {
    failed(Wall.SYSTEM_CALLS, attempt, outcome);
  }

  private static void failed(Wall wall, String attempt, Outcome outcome) {
    tell(wall, attempt, outcome instanceof Failed, outcome.words());
  }

  private static void refused(String attempt, Outcome outcome) {
    refused(Wall.SYSTEM_CALLS, attempt, outcome);
  }

  private static void refused(Wall wall, String attempt, Outcome outcome) {
    boolean refusal = outcome instanceof Failed(int errno) && REFUSALS.contains(errno);
    tell(wall, attempt, refusal, outcome.words());
  }

  private static void killed(String attempt, Outcome outcome) {
    tell(Wall.SYSTEM_CALLS, attempt, killed(outcome), outcome.words());
  }

  private static boolean killed(Outcome outcome) {
    return outcome.equals(new Killed(Errors.SIGSYS));
  }

  private static void tell(Wall wall, String attempt, boolean stopped, String evidence) {
    IO.println(new Finding(wall, attempt, stopped, evidence).line());
  }
}
