using System.Text.Json.Nodes;
using Conformance.Generator.Encoding;
using Conformance.Generator.Mutations.Trees;
using Shouldly;
using Xunit;

namespace Conformance.Corpus.Tests.Mutations.Trees;

public class FaithfulTests
{
    // A map of indefinite length with a length, a float and a number that are longer than need be, and a text in chunks.
    private const string OddCbor = "bf" + "7801" + "61" + "1800" + "6162" + "fb3ff8000000000000" + "6163" + "7f61786179ff" + "6164" + "82" + "01" + "1b0000000000000002" + "ff";

    private const string OddJson = "\n{ \"a\" : 1.50 ,\n\t\"b\":\"\\u00e9\\/\" , \"c\" : [ 1 ,2 ,{ } ]\n}\n ";

    [Fact]
    public void Write_CborUnchanged_SameBytes()
    {
        byte[] odd = Convert.FromHexString(OddCbor);

        FaithfulCbor.Write(odd, CborTree.Read(odd)).ShouldBe(odd);
    }

    [Fact]
    public void Write_CborMemberChanged_OthersKeepTheirBytes()
    {
        byte[] odd = Convert.FromHexString(OddCbor);
        JsonObject tree = CborTree.Read(odd)!.AsObject();
        tree["a"] = 24;
        tree["d"]!.AsArray()[0] = "x";

        Convert.ToHexStringLower(FaithfulCbor.Write(odd, tree))
            .ShouldBe("bf" + "780161" + "1818" + "6162" + "fb3ff8000000000000" + "6163" + "7f61786179ff" + "6164" + "82" + "6178" + "1b0000000000000002" + "ff");
    }

    [Fact]
    public void Write_CborMemberAddedAndRemoved_HeadCountsThem()
    {
        byte[] map = Convert.FromHexString("a3" + "6161" + "01" + "6162" + "02" + "6163" + "03");
        JsonObject tree = CborTree.Read(map)!.AsObject();
        tree.Remove("a");
        tree.Remove("c");

        Convert.ToHexStringLower(FaithfulCbor.Write(map, tree)).ShouldBe("a1" + "6162" + "02");
        tree["z"] = null;
        Convert.ToHexStringLower(FaithfulCbor.Write(map, tree)).ShouldBe("a2" + "6162" + "02" + "617a" + "f6");
    }

    [Fact]
    public void Write_JsonUnchanged_SameBytes()
    {
        byte[] odd = System.Text.Encoding.UTF8.GetBytes(OddJson);

        FaithfulJson.Write(odd, JsonNode.Parse(odd)).ShouldBe(odd);
    }

    [Fact]
    public void Write_JsonMemberChanged_OthersKeepTheirBytes()
    {
        JsonObject tree = JsonNode.Parse(OddJson)!.AsObject();
        tree["c"]!.AsArray()[1] = "two";

        Written(OddJson, tree).ShouldBe(OddJson.Replace("2 ", "\"two\" ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{}", "{\"z\":1}")]
    [InlineData("{ \"a\" : 1 }", "{ \"a\" : 1, \"z\":1 }")]
    [InlineData("{\n  \"a\": 1\n}\n", "{\n  \"a\": 1,\n  \"z\":1\n}\n")]
    public void Write_JsonMemberAdded_StandsLast(string before, string after)
    {
        JsonObject tree = JsonNode.Parse(before)!.AsObject();
        tree["z"] = 1;

        Written(before, tree).ShouldBe(after);
    }

    [Theory]
    [InlineData("a", "{\n\t\"b\":\"\\u00e9\\/\" , \"c\" : 1}")]
    [InlineData("b", "{ \"a\" : 1, \"c\" : 1}")]
    [InlineData("c", "{ \"a\" : 1,\n\t\"b\":\"\\u00e9\\/\"}")]
    public void Write_JsonMemberRemoved_StaysJson(string gone, string after)
    {
        const string Before = "{ \"a\" : 1 ,\n\t\"b\":\"\\u00e9\\/\" , \"c\" : 1}";
        JsonObject tree = JsonNode.Parse(Before)!.AsObject();
        tree.Remove(gone);

        string written = Written(Before, tree);
        JsonNode.DeepEquals(JsonNode.Parse(written), tree).ShouldBeTrue();
        written.Replace(" ", "", StringComparison.Ordinal).ShouldBe(after.Replace(" ", "", StringComparison.Ordinal));
    }

    // The second column is what Python's repr gives.
    [Theory]
    [InlineData(1.0, "1.0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e16, "1e+16")]
    [InlineData(1.5e300, "1.5e+300")]
    [InlineData(0.0001, "0.0001")]
    [InlineData(0.00001, "1e-05")]
    [InlineData(123456789012345680.0, "1.2345678901234568e+17")]
    public void FloatText_OfDouble_AsPythonWritesIt(double value, string text) => CborTree.FloatText(value).ShouldBe(text);

    [Fact]
    public void Read_WhatCborBytesWrites_SameTree()
    {
        JsonNode tree = JsonNode.Parse("{\"a\":[1,-5,18446744073709551615,null,true,\"\\u00e9\"],\"b\":{\"\":{}}}")!;

        JsonNode.DeepEquals(CborTree.Read(CborBytes.From(tree)), tree).ShouldBeTrue();
    }

    [Theory]
    [InlineData("41ff")]
    [InlineData("f7")]
    [InlineData("f97e00")]
    [InlineData("c100")]
    [InlineData("a10102")]
    [InlineData("a2616100616100")]
    [InlineData("83")]
    public void TryRead_WhatJsonHasNot_Refused(string cbor) => CborTree.TryRead(Convert.FromHexString(cbor), out _).ShouldBeFalse();

    private static string Written(string before, JsonNode tree) => System.Text.Encoding.UTF8.GetString(FaithfulJson.Write(System.Text.Encoding.UTF8.GetBytes(before), tree));
}
