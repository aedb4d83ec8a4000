package dev.meishi.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Work for as many threads as there are cores. */
final class AllCores {

    private AllCores() {}

    /** Does the same for all, in about their order; ends when it is done for all, or with what was thrown for one. */
    static <T> void forEach(List<T> all, Consumer<T> work) {
        int cores = Runtime.getRuntime().availableProcessors();
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        ExecutorService threads = Executors.newFixedThreadPool(cores);
        AtomicInteger next = new AtomicInteger();
        try {
            List<Future<?>> shares = new ArrayList<>();
            for (int i = 0; i < cores; i++) {
                shares.add(threads.submit(() -> {
                    Thread.currentThread().setContextClassLoader(loader);
                    for (int n = next.getAndIncrement(); n < all.size(); n = next.getAndIncrement()) {
                        work.accept(all.get(n));
                    }
                }));
            }
            for (Future<?> share : shares) {
                share.get();
            }
        } catch (ExecutionException | InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        } finally {
            threads.shutdownNow();
        }
    }
}
