package dev.meishi.contact;

import dev.meishi.connection.CursorSeal;
import dev.meishi.connection.Page;
import dev.meishi.connection.PageRequest;
import dev.meishi.json.Text;
import dev.meishi.ledger.Ledger;
import dev.meishi.lineworks.Capabilities;
import dev.meishi.lineworks.ContactBuilder;
import dev.meishi.lineworks.ContactSearch;
import dev.meishi.lineworks.ContactSearch.DateWindow;
import dev.meishi.lineworks.ContactSearch.SortOrder;
import dev.meishi.lineworks.Installation;
import dev.meishi.lineworks.LineWorks;
import dev.meishi.lineworks.UpstreamPrivateContact;
import dev.meishi.lineworks.UpstreamTag;
import dev.meishi.lineworks.View;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * A LINE WORKS whose contacts change with every call, whose clock is behind by up to {@code lag} seconds, and that sorts
 * contacts of the same second in an order of its own.
 */
final class ChangingBook extends Clock implements LineWorks {

    static final long START = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();

    final Map<String, Long> modified = new TreeMap<>();
    private final Random random;
    private final int lag;
    private final String application;
    private long millis;
    private int number;
    boolean isChanging = true;
    int calls;

    ChangingBook(long seed, int lag, int contacts, long seconds) {
        random = new Random(seed);
        this.lag = lag;
        application = "book " + System.nanoTime() + " " + seed;
        millis = (START + seconds) * 1000;
        for (int i = 0; i < contacts; i++) {
            modified.put("c" + number++, START + (long) (random.nextDouble() * seconds));
        }
    }

    void pass(long seconds) {
        millis += seconds * 1000;
    }

    /** Mostly within one second, and mostly to those that changed last. */
    void change() {
        if (!isChanging) {
            return;
        }
        millis += random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(50);
        for (int i = random.nextInt(4); i > 0; i--) {
            long stamp = millis / 1000 - (lag == 0 ? 0 : random.nextInt(lag + 1));
            List<String> ids = new ArrayList<>(modified.keySet());
            String some = ids.get(random.nextInt(ids.size()));
            switch (random.nextInt(5)) {
                case 0 -> modified.put("c" + number++, stamp);
                case 1 -> modified.remove(some);
                default -> modified.put(some, stamp);
            }
        }
    }

    @Override
    public <C> Uni<Page<C>> contacts(
            ContactSearch search, PageRequest page, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        calls++;
        change();
        DateWindow window = search.between();
        Comparator<Map.Entry<String, Long>> order = Map.Entry.<String, Long>comparingByValue()
                .thenComparingInt(entry -> (entry.getKey() + entry.getValue()).hashCode())
                .thenComparing(Map.Entry::getKey);
        List<C> all = modified.entrySet().stream()
                .filter(entry -> window == null
                        || (entry.getValue() >= window.from().toEpochSecond()
                                && entry.getValue() <= window.to().toEpochSecond()))
                .sorted(search.direction() == SortOrder.ASC ? order : order.reversed())
                .map(entry -> build(entry.getKey(), entry.getValue(), builders.get()))
                .toList();
        int from = (int) Math.min(page.offset(), all.size());
        int to = Math.min(from + page.size(), all.size());
        return Uni.createFrom().item(new Page<>(all.subList(from, to), to < all.size(), null));
    }

    private static <C> C build(String id, long modified, ContactBuilder<C> builder) {
        OffsetDateTime time = Instant.ofEpochSecond(modified).atOffset(ZoneOffset.UTC);
        builder.begin();
        builder.id(Text.of(id));
        builder.created(time);
        builder.modified(time);
        return builder.build();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Capabilities capabilities() {
        return Installation.NUMBERED;
    }

    @Override
    public CursorSeal cursorSeal() {
        return Installation.SEAL;
    }

    @Override
    public View view() {
        return View.of(application);
    }

    @Override
    public <C> Uni<Optional<C>> contact(
            String domainId, String resourceId, Supplier<ContactBuilder<C>> builders, Ledger ledger) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Uni<List<UpstreamTag>> tags(String domainId, Ledger ledger) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean hasTags() {
        return false;
    }

    @Override
    public Uni<Page<UpstreamPrivateContact>> privateContacts(String memberEmail, PageRequest page, Ledger ledger) {
        throw new UnsupportedOperationException();
    }
}
