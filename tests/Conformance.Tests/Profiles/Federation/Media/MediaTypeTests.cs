using Conformance.Profiles.Federation.Media;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Profiles.Federation.Media;

/// <summary>Content types, by the grammar of RFC 9110.</summary>
public sealed class MediaTypeTests
{
    [Theory]
    [InlineData("text/plain", "text/plain", null)]
    [InlineData("Multipart/MIXED;boundary=abc", "multipart/mixed", "abc")]
    [InlineData("multipart/mixed ; Boundary=\"a;b=\\\"c\\\\\" ; charset=utf-8", "multipart/mixed", "a;b=\"c\\")]
    [InlineData("multipart/mixed; charset=\"x;boundary=no\"; boundary=yes", "multipart/mixed", "yes")]
    [InlineData("multipart/mixed; boundary=\"\"", "multipart/mixed", "")]
    public void Read_Type_HasNameAndBoundary(string text, string name, string? boundary)
    {
        MediaType? type = MediaType.Read(text);

        type.ShouldNotBeNull();
        type.Name.ShouldBe(name);
        type["boundary"].ShouldBe(boundary);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("text/")]
    [InlineData("text/pla in")]
    [InlineData("a/b/c")]
    [InlineData("text/plain; boundary")]
    [InlineData("text/plain; =x")]
    [InlineData("text/plain; boundary =x")]
    [InlineData("text/plain; boundary= x")]
    [InlineData("text/plain; boundary=")]
    [InlineData("text/plain; boundary=a b")]
    [InlineData("text/plain; boundary=\"a")]
    [InlineData("text/plain; boundary=\"a\\")]
    [InlineData("text/plain; boundary=\"a\"b")]
    public void Read_NoType_IsNull(string? text) => MediaType.Read(text).ShouldBeNull();

    [Fact]
    public void Read_ManyParameters_IsNull() => MediaType.Read("a/b" + string.Concat(Enumerable.Repeat(";c=d", 100_000))).ShouldBeNull();
}
