using System.Security.Cryptography;
using Conformance.Documents;
using Conformance.Signatures;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Signatures;

public sealed class VerifiedSignaturesTests
{
    [Fact]
    public void Contains_WhatWasAdded_AndNothingElse()
    {
        var verified = new VerifiedSignatures();
        Digest[] digests = [.. Enumerable.Range(0, 20_000).Select(DigestOf)];
        foreach (Digest digest in digests.Take(10_000))
        {
            verified.Add(digest);
        }

        digests.Take(10_000).ShouldAllBe(digest => verified.Contains(digest));
        digests.Skip(10_000).ShouldAllBe(digest => !verified.Contains(digest));
        verified.Repeated.ShouldBe(10_000);
    }

    [Fact]
    public void Add_BeyondTheCapacity_ForgetsButNeverErrs()
    {
        var verified = new VerifiedSignatures(1000);
        Digest[] digests = [.. Enumerable.Range(0, 20_000).Select(DigestOf)];
        foreach (Digest digest in digests.Take(10_000))
        {
            verified.Add(digest);
        }

        digests.Take(10_000).Count(verified.Contains).ShouldBeInRange(1, 2048);
        verified.Contains(digests[9_999]).ShouldBeTrue();
        digests.Skip(10_000).ShouldAllBe(digest => !verified.Contains(digest));
    }

    [Fact]
    public void Add_NoCapacity_RemembersNothing()
    {
        var verified = new VerifiedSignatures(0);
        verified.Add(DigestOf(1));

        verified.Contains(DigestOf(1)).ShouldBeFalse();
    }

    [Fact]
    public void DigestOf_AnyByteChanged_IsAnother()
    {
        byte[] all = new byte[128];
        var seen = new HashSet<Digest> { VerifiedSignatures.DigestOf(all.AsSpan(0, 32), all.AsSpan(32, 32), all.AsSpan(64)) };
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = 1;
            seen.Add(VerifiedSignatures.DigestOf(all.AsSpan(0, 32), all.AsSpan(32, 32), all.AsSpan(64))).ShouldBeTrue();
            all[i] = 0;
        }
    }

    [Fact]
    public void Add_ManyThreads_LosesNothing()
    {
        var verified = new VerifiedSignatures();
        Parallel.For(0, 50_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => verified.Add(DigestOf(i)));

        Enumerable.Range(0, 50_000).ShouldAllBe(i => verified.Contains(DigestOf(i)));
    }

    private static Digest DigestOf(int i)
    {
        byte[] hash = SHA256.HashData(BitConverter.GetBytes(i));
        return new Digest(BitConverter.ToUInt64(hash), BitConverter.ToUInt64(hash, 8));
    }
}
