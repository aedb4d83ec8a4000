package traffic;

/** The outermost of a run: what cannot be used is told in a sentence, not by a stack trace. */
final class Run {

    /** A run. */
    interface Body {
        Exit run() throws Unusable, InterruptedException;
    }

    private Run() {}

    /** The code to end with. */
    static int exit(Body body) {
        // A server or proxy may close a connection that nothing was sent over for long; a POST over it would be lost.
        System.setProperty("jdk.httpclient.keepalive.timeout", "10");
        try {
            return body.run().code();
        } catch (Unusable unusable) {
            System.err.println(unusable.getMessage());
            return unusable.exit().code();
        } catch (NumberFormatException wrong) {
            System.err.println("Expected a number: " + wrong.getMessage());
            return Exit.USAGE.code();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Exit.INSTANCE.code();
        }
    }
}
