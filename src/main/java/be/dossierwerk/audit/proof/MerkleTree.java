package be.dossierwerk.audit.proof;

import java.util.ArrayList;
import java.util.List;

/** The tree over the heads of all chains (RFC 6962, 2.1): one root for all of them, and for each a short path that proves that it is in. */
public final class MerkleTree {

    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    private MerkleTree() { }

    public static byte[] leaf(String dossier, long seq, String head) {
        return Digests.sha256(LEAF, Digests.utf8(dossier + "\n" + seq + "\n" + head));
    }

    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return Digests.sha256(new byte[0]);
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int left = left(leaves.size());
        return node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    /** The neighbours on the way up from the leaf at {@code position} (from 0), nearest first. */
    public static List<byte[]> path(List<byte[]> leaves, int position) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int left = left(leaves.size());
        List<byte[]> path = new ArrayList<>(position < left ? path(leaves.subList(0, left), position) : path(leaves.subList(left, leaves.size()), position - left));
        path.add(root(position < left ? leaves.subList(left, leaves.size()) : leaves.subList(0, left)));
        return path;
    }

    /** The root that a leaf and its path lead to; null when the path cannot be of that place (RFC 9162, 2.1.3.2). */
    public static byte[] root(byte[] leaf, long position, long size, List<byte[]> path) {
        if (position < 0 || position >= size) {
            return null;
        }
        long at = position;
        long last = size - 1;
        byte[] root = leaf;
        for (byte[] neighbour : path) {
            if (last == 0) {
                return null;
            }
            if (at % 2 == 1 || at == last) {
                root = node(neighbour, root);
                while (at % 2 == 0 && at != 0) {
                    at /= 2;
                    last /= 2;
                }
            } else {
                root = node(root, neighbour);
            }
            at /= 2;
            last /= 2;
        }
        return last == 0 ? root : null;
    }

    private static byte[] node(byte[] left, byte[] right) {
        return Digests.sha256(NODE, left, right);
    }

    /** The largest power of two below the size. */
    private static int left(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
