using System.Security.Cryptography;
using Conformance.Events.Index;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events.Index;

public sealed class EventIndexTests
{
    [Fact]
    public void Add_ManyEvents_FindsEachAgainWithItsFirstPlace()
    {
        var index = new EventIndex();
        const int Count = 200_000;
        for (int i = 0; i < Count; i++)
        {
            index.Add(Key(i), (ulong)i, new EventPlace(i % 7, i * 10L), out _).ShouldBe(EventIndexResult.New);
        }

        index.Count.ShouldBe(Count);
        (index.Bytes / (double)Count).ShouldBeLessThan(100);
        for (int i = 0; i < Count; i += 13)
        {
            ulong fingerprint = (ulong)i;
            index.Add(Key(i), fingerprint, new EventPlace(9, 9), out EventPlace first).ShouldBe(EventIndexResult.SameAgain);
            first.MemberOrdinal.ShouldBe(i % 7);
            first.Offset.ShouldBe(i * 10L);
            index.Add(Key(i), fingerprint + 4, new EventPlace(9, 9), out _).ShouldBe(EventIndexResult.DifferentAgain);
            index.TryFind(Key(i), out first).ShouldBeTrue();
            first.Offset.ShouldBe(i * 10L);
            index.TryFind(Key(Count + i), out _).ShouldBeFalse();
        }

        index.Count.ShouldBe(Count);
    }

    [Fact]
    public void Add_BeyondTheLimit_KeepsWhatIsThere()
    {
        var index = new EventIndex(limit: 2);
        index.Add(Key(1), 1, default, out _).ShouldBe(EventIndexResult.New);
        index.Add(Key(2), 1, default, out _).ShouldBe(EventIndexResult.New);
        index.Add(Key(3), 1, default, out _).ShouldBe(EventIndexResult.Full);
        index.Add(Key(1), 1, default, out _).ShouldBe(EventIndexResult.SameAgain);
        index.TryFind(Key(3), out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(16_777_215, 1_099_511_627_775, 16_777_215, 1_099_511_627_775)]
    [InlineData(16_777_216, 1_099_511_627_776, 16_777_215, 1_099_511_627_775)]
    public void Place_AtItsLimits_IsKept(int ordinal, long offset, int keptOrdinal, long keptOffset)
    {
        var place = new EventPlace(ordinal, offset);
        place.MemberOrdinal.ShouldBe(keptOrdinal);
        place.Offset.ShouldBe(keptOffset);
    }

    [Fact]
    public void Fingerprint_OfBytes_TellsThemApart()
    {
        var fingerprint = new Fingerprint();
        var seen = new HashSet<ulong>();
        for (int length = 0; length < 200; length++)
        {
            byte[] bytes = new byte[length];
            seen.Add(fingerprint.Of(bytes)).ShouldBeTrue();
            fingerprint.Of(new byte[length]).ShouldBe(fingerprint.Of(bytes));
            for (int i = 0; i < length; i++)
            {
                bytes[i] ^= 1;
                seen.Add(fingerprint.Of(bytes)).ShouldBeTrue();
                bytes[i] ^= 1;
            }
        }

        new Fingerprint().Of([1, 2, 3]).ShouldNotBe(fingerprint.Of([1, 2, 3]));
    }

    private static EventKey Key(int i) => EventKey.Of(SHA256.HashData(BitConverter.GetBytes(i)));
}
