package io.ccmux.server.terminal;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Every style some cell has, once: cells hold numbers. Open addressing over plain arrays, so that looking up a style
 * allocates nothing. Number 0 is {@link Style#PLAIN}.
 *
 * <pre>
 *  packed:  61         50 49          25 24           0
 *          +-------------+--------------+--------------+
 *          | attributes  | background   | foreground   |   a colour of 256 stands for the default one
 *          +-------------+--------------+--------------+
 * </pre>
 */
final class StyleTable {
    /** The packed form of {@link Style#PLAIN}. */
    static final long PLAIN = pack(Style.DEFAULT, Style.DEFAULT, 0);
    /** All bits a packed style may have. */
    static final long BITS = (1L << 62) - 1;
    private static final int DEFAULT_COLOUR = 256;
    private static final int COLOUR = 0x1FFFFFF;
    private static final int BACKGROUND_SHIFT = 25;
    private static final int ATTRIBUTES_SHIFT = 50;
    private static final int FREE = -1;

    private long[] packed = new long[16];
    private int[] underlines = new int[16];
    private Link[] links = new Link[16];
    private Style[] styles = new Style[16];
    /** Numbers by hash; {@link #FREE} where there is none. */
    private int[] slots = new int[32];
    /** Numbers that were given and taken back. */
    private final BitSet reusable = new BitSet();
    private int size;
    private int used;
    /** How many were kept when the others were taken back last. */
    private int kept;

    StyleTable() {
        Arrays.fill(slots, FREE);
        intern(PLAIN, Style.DEFAULT, Link.NONE);
    }

    static long pack(int foreground, int background, int attributes) {
        return colour(foreground) | colour(background) << BACKGROUND_SHIFT | (long) attributes << ATTRIBUTES_SHIFT;
    }

    private static long colour(int colour) {
        return colour == Style.DEFAULT ? DEFAULT_COLOUR : colour;
    }

    private static int unpack(long colour) {
        int value = (int) colour & COLOUR;
        return value == DEFAULT_COLOUR ? Style.DEFAULT : value;
    }

    static int attributes(long packed) {
        return (int) (packed >> ATTRIBUTES_SHIFT);
    }

    static long withAttributes(long packed, int attributes) {
        return packed & (1L << ATTRIBUTES_SHIFT) - 1 | (long) attributes << ATTRIBUTES_SHIFT;
    }

    static long withForeground(long packed, int colour) {
        return packed & ~(long) COLOUR | colour(colour);
    }

    static long withBackground(long packed, int colour) {
        return packed & ~((long) COLOUR << BACKGROUND_SHIFT) | colour(colour) << BACKGROUND_SHIFT;
    }

    /** What an erased cell keeps of a style: the background. */
    static long erased(long packed) {
        return packed & (long) COLOUR << BACKGROUND_SHIFT | DEFAULT_COLOUR;
    }

    int intern(long style, int underlineColour, Link link) {
        int mask = slots.length - 1;
        int slot = hash(style, underlineColour, link) & mask;
        while (slots[slot] != FREE) {
            int number = slots[slot];
            if (packed[number] == style && underlines[number] == underlineColour && links[number].equals(link)) {
                return number;
            }
            slot = slot + 1 & mask;
        }
        return add(style, underlineColour, link, slot);
    }

    int intern(Style style) {
        return intern(pack(style.foreground(), style.background(), style.attributes()), style.underlineColour(),
                style.link());
    }

    private static int hash(long style, int underlineColour, Link link) {
        long mixed = (style ^ underlineColour * 0x9E3779B9L) * 0x9E3779B97F4A7C15L;
        int hash = (int) (mixed >>> 32);
        return link.none() ? hash : hash ^ link.hashCode();
    }

    private int add(long style, int underlineColour, Link link, int slot) {
        int number = reusable.nextSetBit(0);
        if (number >= 0) {
            reusable.clear(number);
        } else {
            number = size++;
            if (number == packed.length) {
                packed = Arrays.copyOf(packed, number * 2);
                underlines = Arrays.copyOf(underlines, number * 2);
                links = Arrays.copyOf(links, number * 2);
                styles = Arrays.copyOf(styles, number * 2);
            }
        }
        packed[number] = style;
        underlines[number] = underlineColour;
        links[number] = link;
        styles[number] = null;
        slots[slot] = number;
        used++;
        if (used * 2 > slots.length) {
            rehash(slots.length * 2);
        }
        return number;
    }

    private void rehash(int length) {
        slots = new int[length];
        Arrays.fill(slots, FREE);
        for (int number = 0; number < size; number++) {
            if (!reusable.get(number)) {
                int slot = hash(packed[number], underlines[number], links[number]) & length - 1;
                while (slots[slot] != FREE) {
                    slot = slot + 1 & length - 1;
                }
                slots[slot] = number;
            }
        }
    }

    /** Forgets every style that is not among these numbers, nor plain. */
    void retain(BitSet numbers) {
        used = 0;
        for (int number = 0; number < size; number++) {
            if (number == 0 || numbers.get(number)) {
                used++;
            } else {
                reusable.set(number);
                links[number] = Link.NONE;
                styles[number] = null;
            }
        }
        kept = used;
        rehash(slots.length);
    }

    /** Whether it is time to look for those nobody needs: there are twice as many as were needed last time. */
    boolean full(int min) {
        return used > min && used > 2 * kept;
    }

    Style style(int number) {
        Style style = styles[number];
        if (style == null) {
            long value = packed[number];
            style = new Style(unpack(value), unpack(value >> BACKGROUND_SHIFT), underlines[number],
                    (int) (value >> ATTRIBUTES_SHIFT), links[number]);
            styles[number] = style;
        }
        return style;
    }

    long packed(int number) {
        return packed[number];
    }

    int underlineColour(int number) {
        return underlines[number];
    }

    Link link(int number) {
        return links[number];
    }

    /** The style with attributes turned off, and then others over; an underline turned on is a single one. */
    int changed(int number, int off, int flipped) {
        long style = packed[number];
        int attributes = attributes(style) & ~off;
        boolean undone = (flipped & Style.UNDERLINE_MASK) != 0 && (attributes & Style.UNDERLINE_MASK) != 0;
        int all = undone ? attributes & ~Style.UNDERLINE_MASK ^ flipped & ~Style.UNDERLINE_MASK : attributes ^ flipped;
        return intern(withAttributes(style, all), underlines[number], links[number]);
    }

    boolean isProtected(int number) {
        return (packed[number] >> ATTRIBUTES_SHIFT & Style.PROTECTED) != 0;
    }

    /** The number of what an erased cell keeps of a style. */
    int erased(int number) {
        return intern(erased(packed[number]), Style.DEFAULT, Link.NONE);
    }

    /** How many styles there are. */
    int count() {
        return used;
    }

    /** One more than the highest number in use. */
    int size() {
        return size;
    }
}
