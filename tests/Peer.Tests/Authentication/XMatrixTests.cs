using Conformance.Suites.Peer.Authentication;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Peer.Tests.Authentication;

public sealed class XMatrixTests
{
    [Theory]
    [InlineData("X-Matrix origin=\"a.test\",destination=\"b.test\",key=\"ed25519:k\",sig=\"AB+/\"")]
    [InlineData("X-Matrix origin=a.test,destination=b.test,key=\"ed25519:k\",sig=\"AB+/\"")]
    [InlineData("x-matrix  Origin=\"a.test\" , KEY=\"ed25519:k\",\tdestination=\"b.test\" ,sig=\"AB+/\"")]
    [InlineData("X-Matrix origin=\"a.\\test\",destination=\"b.test\",key=\"ed25519:k\",sig=\"AB+/\",later=\"x\"")]
    public void Parse_AnyFormOfRfc9110_ReadsAll(string header) =>
        XMatrix.Parse(header).ShouldBe(new XMatrix("a.test", "b.test", "ed25519:k", "AB+/"));

    [Fact]
    public void Parse_WithoutDestination_LeavesItEmpty() =>
        XMatrix.Parse("X-Matrix origin=a,key=\"k\",sig=\"s\"")!.Destination.ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("X-Matrix")]
    [InlineData("Bearer abc")]
    [InlineData("X-Matrix key=\"k\",sig=\"s\"")]
    [InlineData("X-Matrix origin=\"a\",key=\"k\",sig=\"open")]
    [InlineData("X-Matrix origin=\"a\",origin=\"b\",key=\"k\",sig=\"s\"")]
    [InlineData("X-Matrix origin")]
    public void Parse_WhatIsNoSuchHeader_IsNull(string header) => XMatrix.Parse(header).ShouldBeNull();
}
