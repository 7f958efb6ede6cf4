using System.Net;
using System.Net.Sockets;
using Conformance.Suites.Harness.Naming;
using Shouldly;
using Xunit;

namespace Conformance.Suites.Harness.Tests.Naming;

/// <summary>Messages written byte by byte after RFC 1035, section 4.1.</summary>
public class NameServerTests
{
    /// <summary>ID 0xBEEF, recursion wanted, one question: hs1.example, type A, class IN.</summary>
    private static readonly byte[] AskAddress = [0xBE, 0xEF, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3, .. "hs1"u8, 7, .. "example"u8, 0, 0, 1, 0, 1];

    /// <summary>The same for the service _matrix-fed._tcp.hs1.example, with an additional record (EDNS) behind.</summary>
    private static readonly byte[] AskService =
    [
        0xBE, 0xEE, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 11, .. "_matrix-fed"u8, 4, .. "_tcp"u8, 3, .. "hs1"u8, 7, .. "example"u8, 0, 0, 33, 0, 1,
        0, 0, 41, 4, 0xD0, 0, 0, 0, 0, 0, 0,
    ];

    [Fact]
    public async Task Ask_NameWithAddress_AnswersIt()
    {
        await using NameServer server = Start();
        server.Add("HS1.example", IPAddress.Parse("172.18.0.1"));

        byte[] answer = await AskAsync(server, AskAddress);

        answer.ShouldBe([0xBE, 0xEF, 0x85, 0x80, 0, 1, 0, 1, 0, 0, 0, 0, .. AskAddress[12..], 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4, 172, 18, 0, 1]);
        server.Questions.ShouldBe([new NameQuestion("hs1.example", 1, IPAddress.Parse("172.18.0.1"))]);
    }

    [Fact]
    public async Task Ask_NameIsNotKnown_SaysThatThereIsNone()
    {
        await using NameServer server = Start();

        byte[] answer = await AskAsync(server, AskAddress);

        answer.ShouldBe([0xBE, 0xEF, 0x85, 0x83, 0, 1, 0, 0, 0, 0, 0, 0, .. AskAddress[12..]]);
    }

    [Fact]
    public async Task Ask_ServiceOfAName_SaysThatThereIsNoneWithoutTheAdditionalRecord()
    {
        await using NameServer server = Start();
        server.Add("hs1.example", IPAddress.Loopback);

        byte[] answer = await AskAsync(server, AskService);

        answer[..12].ShouldBe([0xBE, 0xEE, 0x85, 0x83, 0, 1, 0, 0, 0, 0, 0, 0]);
        answer.Length.ShouldBe(AskService.Length - 11);
        server.Questions.Single().ShouldBe(new NameQuestion("_matrix-fed._tcp.hs1.example", 33));
    }

    [Fact]
    public async Task Ask_NameAfterItWasTakenAway_SaysThatThereIsNone()
    {
        await using NameServer server = Start();
        server.Add("hs1.example", IPAddress.Loopback);
        server.Remove("hs1.example");

        (await AskAsync(server, AskAddress))[3].ShouldBe((byte)0x83);
    }

    [Theory]
    [InlineData(new byte[] { })]
    [InlineData(new byte[] { 1, 2, 3 })]
    [InlineData(new byte[] { 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 63, 65 })]
    [InlineData(new byte[] { 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xC0, 0x0C, 0, 1, 0, 1 })]
    [InlineData(new byte[] { 0, 1, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1 })]
    [InlineData(new byte[] { 0, 1, 0x81, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1 })]
    public async Task Ask_NoQuestion_IsPassedOver(byte[] message)
    {
        await using NameServer server = Start();
        using var client = new UdpClient();
        await client.SendAsync(message, server.Address, TestContext.Current.CancellationToken);

        (await AskAsync(server, AskAddress)).Length.ShouldBe(AskAddress.Length);
        server.Questions.Count.ShouldBe(1);
    }

    [Fact]
    public void TryStart_PortIsTaken_GivesNone()
    {
        using var other = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));

        NameServer.TryStart(IPAddress.Loopback, ((IPEndPoint)other.Client.LocalEndPoint!).Port).ShouldBeNull();
    }

    private static NameServer Start() => NameServer.TryStart(IPAddress.Loopback, 0)!;

    private static async Task<byte[]> AskAsync(NameServer server, byte[] message)
    {
        using var client = new UdpClient();
        await client.SendAsync(message, server.Address, TestContext.Current.CancellationToken);
        return (await client.ReceiveAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(10))).Buffer;
    }
}
