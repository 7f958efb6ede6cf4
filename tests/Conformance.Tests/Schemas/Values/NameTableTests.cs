using System.Text;
using Conformance.Schemas.Values;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Schemas.Values;

/// <summary>The table that finds members' names.</summary>
public sealed class NameTableTests
{
    [Fact]
    public void Find_NamesOfAllLengths_GivesTheirPositions()
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(i => new string('x', i)), "type", "room_id", "sender", "é", "aXb", "aYb"];
        var table = new NameTable(names);

        for (int i = 0; i < names.Length; i++)
        {
            table.Find(Encoding.UTF8.GetBytes(names[i])).ShouldBe(i);
            table.Find(Encoding.UTF8.GetBytes(names[i] + "!")).ShouldBe(-1);
        }
    }

    [Fact]
    public void Find_NamesThatShareEndsAndLength_AreToldApart()
    {
        var table = new NameTable(["abcdefgh1ABCDEFGH", "abcdefgh2ABCDEFGH"]);

        table.Find("abcdefgh1ABCDEFGH"u8).ShouldBe(0);
        table.Find("abcdefgh2ABCDEFGH"u8).ShouldBe(1);
        table.Find("abcdefgh3ABCDEFGH"u8).ShouldBe(-1);
    }
}
