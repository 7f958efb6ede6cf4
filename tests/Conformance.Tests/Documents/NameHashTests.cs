using Conformance.Documents;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents;

public sealed class NameHashTests
{
    // The first vectors that the authors of SipHash publish for 128 bits: key 00 01 … 0f, input 00 01 … of the length given.
    [Theory]
    [InlineData(0, "a3817f04ba25a8e66df67214c7550293")]
    [InlineData(1, "da87c1d86b99af44347659119b22fc45")]
    [InlineData(2, "8177228da4a45dc7fca38bdef60affe4")]
    [InlineData(3, "9c70b60c5267a94e5f33b6b02985ed51")]
    public void Compute_PublishedVectors_Match(int length, string expected)
    {
        var hash = new NameHash(0x0706050403020100, 0x0f0e0d0c0b0a0908);
        byte[] input = [.. Enumerable.Range(0, length).Select(i => (byte)i)];

        Digest value = hash.Compute(input);

        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128LittleEndian(bytes, new UInt128(value.High, value.Low));
        Convert.ToHexStringLower(bytes).ShouldBe(expected);
    }

    [Fact]
    public void OfProcess_SameName_SameHash()
    {
        NameHash.OfProcess.Compute("m.room.member"u8).ShouldBe(NameHash.OfProcess.Compute("m.room.member"u8));
        NameHash.OfProcess.Compute("m.room.member"u8).ShouldNotBe(NameHash.OfProcess.Compute("m.room.membes"u8));
        NameHash.OfProcess.Compute("m.room.member"u8).ShouldNotBe(new NameHash(0, 0).Compute("m.room.member"u8));
    }
}
