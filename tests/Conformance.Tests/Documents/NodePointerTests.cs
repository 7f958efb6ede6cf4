using System.Text;
using Conformance.Documents;
using Conformance.Tests.Documents.Cbor;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Documents;

public sealed class NodePointerTests
{
    // The document of RFC 6901 §5, with the pointers and values that the section lists.
    private const string Rfc6901 = """
        {"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}
        """;

    [Theory]
    [InlineData("/", 0)]
    [InlineData("/a~1b", 1)]
    [InlineData("/c%d", 2)]
    [InlineData("/e^f", 3)]
    [InlineData("/g|h", 4)]
    [InlineData("/i\\j", 5)]
    [InlineData("/k\"l", 6)]
    [InlineData("/ ", 7)]
    [InlineData("/m~0n", 8)]
    public void Of_DocumentOfRfc6901_PointerOfTheSection(string pointer, long value)
    {
        Document document = DocumentReader.Read(Encoding.UTF8.GetBytes(Rfc6901), DocumentEncoding.Json);
        Node node = Nodes(document).Single(n => n.Kind == NodeKind.Integer && n.Int64Value == value);

        NodePointer.Of(node).ShouldBe(pointer);
    }

    [Fact]
    public void Of_RootElementsAndKeys_PathFromTheRoot()
    {
        // {"foo": ["bar", {"x": 1}]}
        Document document = CborText.Read("a1 63666f6f 82 63626172 a1 6178 01");

        Nodes(document).Select(NodePointer.Of).ShouldBe(["", "/foo", "/foo", "/foo/0", "/foo/1", "/foo/1/x", "/foo/1/x"]);
        NodePointer.Of(default).ShouldBe("");
    }

    [Fact]
    public void Of_KeysThatAreNoText_NumberOrQuestionMark()
    {
        Document document = CborText.Read("a4 01 00 c2 49010000000000000000 00 4161 00 81 05 00");

        Nodes(document).Where(n => n.Kind == NodeKind.Integer && n.Raw.Length == 1 && n.Int64Value == 0).Select(NodePointer.Of)
            .ShouldBe(["/1", "/18446744073709551616", "/?", "/?"]);
        NodePointer.Of(Nodes(document).Single(n => n.Kind == NodeKind.Integer && n.Raw[0] == 5)).ShouldBe("/?");
    }

    [Theory]
    [InlineData("a/b~c", "a~1b~0c")]
    [InlineData("~1", "~01")]
    [InlineData("", "")]
    public void Escape_Token_AsInRfc6901(string token, string escaped) => NodePointer.Escape(token).ShouldBe(escaped);

    private static IEnumerable<Node> Nodes(Document document) => Enumerable.Range(0, document.NodeCount).Select(i => document[i]);
}
