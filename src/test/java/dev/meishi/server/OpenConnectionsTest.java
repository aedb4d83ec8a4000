package dev.meishi.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultChannelId;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@link OpenConnections}, with connections of which nobody hears. */
class OpenConnectionsTest {

    private static final int NONE = -1;

    private final OpenConnections connections = new OpenConnections();

    @Test
    void aConnectionWithoutARequestIsClosedAfterAWhile() {
        EmbeddedChannel silent = new EmbeddedChannel();
        connections.accepted(silent);

        connections.end(NONE);
        silent.runPendingTasks();
        assertThat(silent.isOpen()).isTrue();

        pass(silent);
        assertThat(silent.isOpen()).isFalse();
        assertThat(connections.open(NONE)).isZero();
    }

    /** It is known from when it is accepted, and has an event loop a moment later. */
    @Test
    void aConnectionThatIsJustBeingAcceptedIsClosedAsAnyOther() throws Exception {
        EmbeddedChannel silent = new EmbeddedChannel();
        EmbeddedChannel coming = new EmbeddedChannel(DefaultChannelId.newInstance(), false, false);
        connections.accepted(coming);
        connections.accepted(silent);

        connections.end(NONE);
        coming.register();
        pass(silent);
        pass(coming);

        assertThat(silent.isOpen()).isFalse();
        assertThat(coming.isOpen()).isFalse();
    }

    private static void pass(EmbeddedChannel channel) {
        channel.runPendingTasks();
        channel.advanceTimeBy(2, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
