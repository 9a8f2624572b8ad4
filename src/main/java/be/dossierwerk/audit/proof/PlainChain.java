package be.dossierwerk.audit.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a chain plainly agrees, entry by entry, with nothing held but the last; what is wrong with one that does not, {@link Chain} tells. */
public final class PlainChain {

    private final Chain about;
    private final Map<Long, String> sealed = new HashMap<>();
    private long seq;
    private String hash = "";
    private boolean agrees;

    /** {@code about}: its entries are not looked at. */
    public PlainChain(Chain about) {
        this.about = about;
        agrees = about.key() != null;
        for (SealedHead head : about.sealed()) {
            String other = sealed.put(head.seq(), head.head());
            agrees &= other == null || other.equals(head.head());
        }
    }

    /** The next entries, in order. @return whether all of it agrees until now */
    public boolean read(List<ChainEntry> entries) {
        for (ChainEntry entry : entries) {
            seq++;
            String head = sealed.remove(seq);
            agrees &= entry.seq() == seq && entry.previous().equals(hash) && entry.writtenAs(about.dossier(), seq) && (head == null || head.equals(entry.hash()));
            agrees &= entry.content() == null ? about.destroyed() : agrees
                    && EntryHash.commitment(about.key(), about.dossier(), seq, entry.content()).equals(entry.commitment());
            hash = entry.hash();
        }
        return agrees;
    }

    /** After the last: also every entry that a seal holds was there. */
    public boolean agrees() {
        return agrees && seq > 0 && sealed.isEmpty();
    }
}
