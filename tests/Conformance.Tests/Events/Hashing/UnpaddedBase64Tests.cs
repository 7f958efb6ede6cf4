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
}
