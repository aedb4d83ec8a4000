package dev.meishi.server;

import io.netty.channel.ChannelException;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.unix.Buffer;
import io.netty.channel.unix.RawUnixChannelOption;
import java.nio.ByteBuffer;
import org.jboss.logging.Logger;

/**
 * Makes Linux begin no more connections at a listening socket, while handshakes under way are completed: packets with
 * SYN and without ACK are dropped (a socket filter, socket(7)). A client that sends one repeats it after a second, and is
 * refused if the socket is closed by then; that is a refusal before anything was asked.
 *
 * <p>{@link Buffer} is one of Netty's unstable classes; it gives the address of a buffer.
 */
final class SynFilter {

    private static final Logger LOG = Logger.getLogger(SynFilter.class);

    /** Of {@code asm-generic/socket.h}, as all processors have them for which Netty has epoll. */
    private static final int SOL_SOCKET = 1;

    private static final int SO_ATTACH_FILTER = 26;

    /** {@code struct sock_fprog}: how many instructions, and where they are. */
    private static final int PROGRAM_BYTES = 2 * Buffer.addressSize();

    private static final RawUnixChannelOption ATTACH =
            new RawUnixChannelOption("SO_ATTACH_FILTER", SOL_SOCKET, SO_ATTACH_FILTER, PROGRAM_BYTES);

    /** Where TCP's flags are in its header, and two of them (RFC 9293, 3.1). */
    private static final int FLAGS = 13;

    private static final int SYN = 0x02;
    private static final int ACK = 0x10;

    private static final int INSTRUCTIONS = 5;
    private static final int INSTRUCTION_BYTES = 8;

    private SynFilter() {}

    /**
     * Attaches it; connections that are accepted have it too, which changes nothing for them.
     *
     * @return false where the system does not take it
     */
    static boolean attach(EpollServerSocketChannel socket) {
        ByteBuffer instructions = instructions();
        ByteBuffer program = Buffer.allocateDirectWithNativeOrder(PROGRAM_BYTES);
        try {
            program.putShort(0, (short) INSTRUCTIONS);
            putAddress(program, Buffer.addressSize(), Buffer.memoryAddress(instructions));
            return socket.config().setOption(ATTACH, program);
        } catch (ChannelException refused) {
            LOG.debugf("No filter for %s: %s", socket, refused.getMessage());
            return false;
        } finally {
            Buffer.free(instructions);
            Buffer.free(program);
        }
    }

    private static void putAddress(ByteBuffer program, int at, long address) {
        if (Buffer.addressSize() == Long.BYTES) {
            program.putLong(at, address);
        } else {
            program.putInt(at, (int) address);
        }
    }

    /** {@code struct sock_filter}, with the codes of {@code linux/bpf_common.h}. */
    private static ByteBuffer instructions() {
        ByteBuffer instructions = Buffer.allocateDirectWithNativeOrder(INSTRUCTIONS * INSTRUCTION_BYTES);
        put(instructions, 0x30, 0, 0, FLAGS); // load the byte there
        put(instructions, 0x54, 0, 0, SYN | ACK); // and
        put(instructions, 0x15, 0, 1, SYN); // if it is equal go on, else skip one
        put(instructions, 0x06, 0, 0, 0); // keep nothing of the packet
        put(instructions, 0x06, 0, 0, -1); // keep all of it
        instructions.flip();
        return instructions;
    }

    private static void put(ByteBuffer instructions, int code, int ifTrue, int ifFalse, int operand) {
        instructions
                .putShort((short) code)
                .put((byte) ifTrue)
                .put((byte) ifFalse)
                .putInt(operand);
    }
}
