using System.Globalization;
using System.Text;
using Conformance.Events;
using Shouldly;
using Xunit;

namespace Conformance.Tests.Events;

public sealed class ServerTallyTests
{
    [Fact]
    public void Count_SomeServers_OrdersByEventsThenByFirstSight()
    {
        ServerTally tally = Of("b", "a", "c", "c", "d");

        tally.Events.ShouldBe(5);
        tally.Servers.ShouldBe(4);
        tally.Largest(3).ShouldBe(["c", "b", "a"]);
    }

    [Fact]
    public void Add_TwoTallies_IsAsOneTallyOfBoth()
    {
        ServerTally tally = Of("b", "a");
        tally.Add(Of("c", "a", "c", "c"));
        tally.Add(new ServerTally());

        tally.Events.ShouldBe(6);
        tally.Largest(9).ShouldBe(["c", "a", "b"]);
    }

    [Fact]
    public void Count_ServersWithoutEnd_KeepsALimitedNumberAndCountsAll()
    {
        var tally = new ServerTally();
        for (int i = 0; i < ServerTally.MaxServers + 500; i++)
        {
            tally.Count(Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture)));
        }

        tally.Servers.ShouldBe(ServerTally.MaxServers);
        tally.Events.ShouldBe(ServerTally.MaxServers + 500);
    }

    [Fact]
    public void Count_NameWithControlCharacters_IsSafeToPrint() => Of("a\u001b[2J").Largest(1).Single().ShouldBe("a\\u001b[2J");

    [Fact]
    public void Count_KnownServer_AllocatesNothing()
    {
        ServerTally tally = Of("a", "b");
        tally.Count("a"u8);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            tally.Count("a"u8);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static ServerTally Of(params string[] servers)
    {
        var tally = new ServerTally();
        foreach (string server in servers)
        {
            tally.Count(Encoding.UTF8.GetBytes(server));
        }

        return tally;
    }
}
