# Read by the programs in bin, which set dist before: chooses the JDK and knows how Java is started. No process is
# started on the way but Java itself, for this runs before every command.

lib=$dist/lib

# Java does not start in a directory that was removed; a shell that is in one still wants its ccmux.
if ! [ . -ef "${PWD-}" ] && [ -z "$(pwd -P 2> /dev/null)" ]; then
    cd "${HOME-/}" 2> /dev/null || cd /
fi

. "$lib/platform.sh"

is_jdk_25() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=\"25*) return 0 ;;
            JAVA_VERSION=*) return 1 ;;
        esac
    done < "$1/release"
    return 1
}

# $JAVA_HOME if it is a JDK 25, else the one that this distribution was built with.
read -r java_home < "$dist/jdk"
if [ -n "${JAVA_HOME-}" ] && [ "$JAVA_HOME" != "$java_home" ] && is_jdk_25 "$JAVA_HOME"; then
    java_home=$JAVA_HOME
fi
if [ ! -x "$java_home/bin/java" ]; then
    echo "ccmux: no JDK 25 found: set JAVA_HOME to one" >&2
    exit 1
fi

# Java takes arguments, variables and file names for ASCII in the C locale, and in one that is not installed. Programs
# do not see this: io.ccmux.protocol.LaunchEnvironment undoes it.
if [ -z "${CCMUX_LC_ALL-}" ]; then
    if [ "${LC_ALL+set}" ]; then CCMUX_LC_ALL="=$LC_ALL"; else CCMUX_LC_ALL=-; fi
    LC_ALL=C.UTF-8
    export LC_ALL CCMUX_LC_ALL
fi

# aot_flag NAME: sets flag to the AOT cache of that name, if it was made for this JDK and these jars: Java itself does not
# look at the jars again, and would run the classes that were in them once. Otherwise new caches are made in the background.
aot_flag() {
    flag=-XX:-UsePerfData
    cache=$dist/aot/$1.aot
    made_for=
    if [ -f "$dist/aot/jdk" ]; then read -r made_for < "$dist/aot/jdk"; fi
    for jar in "$lib"/ccmux-*.jar; do
        if [ "$jar" -nt "$dist/aot/jdk" ]; then made_for=; fi
    done
    if [ "$made_for" = "$java_home" ] && ! [ "$java_home/release" -nt "$dist/aot/jdk" ]; then
        if [ -f "$cache" ]; then flag=-XX:AOTCache=$cache; fi
    elif [ -z "${CCMUX_TRAINING-}" ] && [ -w "$dist/aot" ] && ! [ -e "$dist/aot/lock" ]; then
        "$dist/bin/ccmux-train" > /dev/null 2>&1 < /dev/null &
    fi
}

# client_java FLAG MAIN ARGUMENT...
#
# The client lives for a moment or idles: nothing is compiled before it has run often, and Java does not wake up five
# times a second to tidy. Naming the selector provider and
# the plain way of reflection saves 10 ms of searching jars and of making classes at run time.
client_java() {
    flag=$1
    shift
    exec "$java_home/bin/java" "$flag" -Xlog:disable -XX:-UsePerfData -XX:UserThreadWaitAttemptsAtExit=0 \
        -XX:+UnlockDiagnosticVMOptions -XX:AsyncDeflationInterval=0 -XX:ServiceThreadCleanupInterval=0 \
        -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=50 \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        "-Djdk.serialFilter=!*" "-Djava.nio.channels.spi.SelectorProvider=$selector_provider" -Djdk.reflect.useNativeAccessorOnly=true \
        "-Dlibrary.jline.path=$lib/native" "-Dccmux.dist=$dist" \
        -cp "$lib/ccmux-client.jar:$lib/ccmux-protocol.jar:$lib/kryo.jar:$lib/jline-native.jar" "$@"
}

# server_java FLAG STATE MAIN ARGUMENT...
#
# Netty: without Unsafe it makes method handles for malloc at run time, and it announces events to JFR whether anybody
# listens or not; both together are a fifth of the server's start. The two intervals are those at which Java wakes up to
# tidy where there is nothing to tidy, five times a second. The heap is kept as small as what is in it: the server
# collects garbage when it is quiet (io.ccmux.server.Slack), and the ratios let all that is free go back to the system.
# Classes for newer versions of Java, of which only zstd has some, are not looked for: they make native calls by method
# handles, and to link those takes the session thread a tenth of a second when the first lines are compressed.
# The AOT cache is mapped where it was made for: anywhere else every pointer in it has to be changed, and two thirds of
# its pages become the server's own. Jars of extensions come last: the AOT cache knows what is before them.
#
# The heap ends at 512 MiB, or where $CCMUX_HEAP_MIB says. A server that runs out of it ends at once. What has filled it
# is in the journal and would fill it again: so the next server has twice as much, as the file heap in its state says.
#
# Nothing is ever made of Java's own serialized form, so whoever should try is refused.
#
# What is compiled: not the classes with which Java makes classes, which are busy only while the server starts; and the
# loop and the terminal each by themselves, so that whatever a turn did not do before costs no new code for the parser.
server_java() {
    flag=$1
    state=$2
    shift 2
    extensions=${CCMUX_HOME:-${XDG_DATA_HOME:-${HOME-}/.local/share}/ccmux}/extensions
    extended=false
    for jar in "$extensions"/*.jar; do
        if [ -f "$jar" ]; then
            class_path=$class_path:$jar
            extended=true
        fi
    done
    heap=${CCMUX_HEAP_MIB:-512}
    unset CCMUX_HEAP_MIB
    if [ -r "$state/heap" ]; then
        read -r more < "$state/heap"
        if [ "$more" -gt "$heap" ]; then heap=$more; fi
    fi
    grow=
    case $state in
        *["'%;"]*) ;;
        *) if [ "$heap" -le 4096 ]; then grow="umask 077 && echo $((2 * heap)) > '$state/heap'"; fi ;;
    esac
    exec ${setsid-} "$java_home/bin/java" "$flag" -Xlog:disable -Xlog:all=error:stderr -XX:-UsePerfData \
        -XX:UserThreadWaitAttemptsAtExit=0 \
        -XX:+UnlockDiagnosticVMOptions -XX:AsyncDeflationInterval=0 -XX:ServiceThreadCleanupInterval=0 \
        -XX:ArchiveRelocationMode=0 \
        -Djdk.util.jar.enableMultiRelease=false -Dio.netty.noUnsafe=false -Dio.netty.jfr.enabled=false \
        -XX:MinHeapSize=8m -XX:InitialHeapSize=12m -Xmn3m "-Xmx${heap}m" -XX:+UseSerialGC \
        -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10 -XX:-ShrinkHeapInSteps -XX:MarkSweepDeadRatio=0 \
        -XX:+UseCompactObjectHeaders -XX:+ExitOnOutOfMemoryError "-XX:OnOutOfMemoryError=$grow" \
        -XX:CompileCommand=quiet -XX:CompileCommand=exclude,jdk.internal.classfile.impl.*::* \
        -XX:CompileCommand=exclude,java.lang.invoke.MethodType::makeImpl \
        -XX:CompileCommand=dontinline,io.ccmux.server.terminal.Terminal::feed \
        -XX:CompileCommand=dontinline,io.ccmux.server.loop.SessionLoop::* \
        "-XX:ErrorFile=$state/hs_err_%p.log" -XX:-CreateCoredumpOnCrash \
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
        "-Djdk.serialFilter=!*" "-Djava.library.path=$lib/native" "-Djna.boot.library.path=$lib/native" -Djna.nounpack=true \
        "-Dpty4j.preferred.native.folder=$lib/native/pty4j" "-Dccmux.dist=$dist" \
        "-Dccmux.extensions=$extended" -cp "$class_path" "$@"
}
