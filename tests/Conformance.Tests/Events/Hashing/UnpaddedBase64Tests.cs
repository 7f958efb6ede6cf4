using Conformance.Events.Hashing;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events.Hashing;

public sealed class UnpaddedBase64Tests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Zg", "66")]
    [InlineData("Zg==", "66")]
    [InlineData("Zh", "66")]
    [InlineData("Zv", "66")]
    [InlineData("Zm8", "666F")]
    [InlineData("Zm9", "666F")]
    [InlineData("Zm-", "666F")]
    [InlineData("Zm9vYmFy", "666F6F626172")]
    [InlineData("-_-_", "FBFFBF")]
    [InlineData("+/+/", "FBFFBF")]
    public void TryDecode_WhatServersRead_IsRead(string text, string hex)
    {
        byte[] target = new byte[16];

        UnpaddedBase64.TryDecode(System.Text.Encoding.ASCII.GetBytes(text), target, out int length).ShouldBeTrue();

        Convert.ToHexString(target.AsSpan(0, length)).ShouldBe(hex);
    }

    [Theory]
    [InlineData("Z")]
    [InlineData("Zm9vY")]
    [InlineData("Z!")]
    [InlineData("=Zg")]
    [InlineData("Z\u0080")]
    public void TryDecode_NoBase64_IsRefused(string text) =>
        UnpaddedBase64.TryDecode(System.Text.Encoding.UTF8.GetBytes(text), new byte[16], out _).ShouldBeFalse();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryDecodeHash_WhatConvertWrites_IsRead(bool urlSafe)
    {
        var random = new Random(7);
        byte[] hash = new byte[32];
        byte[] read = new byte[32];
        for (int i = 0; i < 1_000; i++)
        {
            random.NextBytes(hash);
            byte[] text = TextOf(hash, urlSafe);

            UnpaddedBase64.TryDecodeHash(text, read, urlSafe).ShouldBeTrue();
            read.ShouldBe(hash);

            byte[] written = new byte[UnpaddedBase64.HashLength];
            UnpaddedBase64.EncodeHash(hash, written, urlSafe);
            written.ShouldBe(text);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryDecodeHash_AnyOtherByteAnywhere_IsRefusedOrOtherHash(bool urlSafe)
    {
        byte[] hash = [.. Enumerable.Range(1, 32).Select(i => (byte)(i * 37))];
        byte[] text = TextOf(hash, urlSafe);
        byte[] read = new byte[32];
        for (int at = 0; at < text.Length; at++)
        {
            for (int value = 0; value < 256; value++)
            {
                byte[] changed = [.. text];
                changed[at] = (byte)value;

                bool isOwnForm = UnpaddedBase64.TryDecodeHash(changed, read, urlSafe);

                // What is read must be written so and in no other way.
                isOwnForm.ShouldBe(IsAlphabet((char)value, urlSafe) && (at < text.Length - 1 || "AEIMQUYcgkosw048".Contains((char)value)));
                if (isOwnForm)
                {
                    TextOf(read, urlSafe).ShouldBe(changed);
                }
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(42)]
    [InlineData(44)]
    public void TryDecodeHash_OtherLength_IsRefused(int length)
    {
        byte[] text = new byte[length];
        text.AsSpan().Fill((byte)'A');

        UnpaddedBase64.TryDecodeHash(text, new byte[32], urlSafe: true).ShouldBeFalse();
        UnpaddedBase64.TryDecodeHash(text, new byte[32], urlSafe: false).ShouldBeFalse();
    }

    [Fact]
    public void TryDecodeHash_WithPadding_IsRefused()
    {
        byte[] text = [.. TextOf(new byte[32], urlSafe: true), (byte)'='];

        UnpaddedBase64.TryDecodeHash(text, new byte[32], urlSafe: true).ShouldBeFalse();
    }

    private static byte[] TextOf(byte[] hash, bool urlSafe)
    {
        string text = Convert.ToBase64String(hash).TrimEnd('=');
        return System.Text.Encoding.ASCII.GetBytes(urlSafe ? text.Replace('+', '-').Replace('/', '_') : text);
    }

    private static bool IsAlphabet(char c, bool urlSafe) => char.IsAsciiLetterOrDigit(c) || (urlSafe ? c is '-' or '_' : c is '+' or '/');
}
