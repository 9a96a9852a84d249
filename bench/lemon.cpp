// The reference of `npm run bench -- matching`: a round as a minimum cost flow, solved by the network simplex of
// LEMON (https://lemon.cs.elte.hu). Reads the file form that bench/instances/known.ts writes, prints one line of
// JSON. Every resident sends one unit: to a volunteer at the cost of the fit that is missing to the best, or past
// all of them at a cost that outweighs every fit, which makes the number of pairs the first aim.

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <cstdint>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

namespace {

constexpr std::int64_t kBestFit = 1000;

struct Round {
  int residents, volunteers, candidates;
  std::vector<std::int32_t> row_ptr, column, fit, capacity;
};

std::vector<std::int32_t> read_words(std::ifstream& file, std::size_t count) {
  std::vector<std::int32_t> words(count);
  file.read(reinterpret_cast<char*>(words.data()), static_cast<std::streamsize>(count * sizeof(std::int32_t)));
  return words;
}

Round read_round(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const auto head = read_words(file, 5);
  Round round{head[2], head[3], head[4], {}, {}, {}, {}};
  round.row_ptr = read_words(file, round.residents + 1);
  round.column = read_words(file, round.candidates);
  round.fit = read_words(file, round.candidates);
  round.capacity = read_words(file, round.volunteers);
  return round;
}

// Processor time, which on a quiet machine is what the clock says: this program has one thread.
double ms_since(std::clock_t start) { return 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const Round round = read_round(argv[1]);
  const auto began = std::clock();
  using Graph = lemon::SmartDigraph;
  Graph graph;
  graph.reserveNode(round.residents + round.volunteers + 1);
  graph.reserveArc(round.candidates + round.residents + round.volunteers);
  for (int i = 0; i <= round.residents + round.volunteers; i++) graph.addNode();
  const auto resident = [&](int i) { return graph.nodeFromId(i); };
  const auto volunteer = [&](int j) { return graph.nodeFromId(round.residents + j); };
  const auto sink = graph.nodeFromId(round.residents + round.volunteers);
  Graph::ArcMap<std::int64_t> cost(graph), upper(graph);
  Graph::NodeMap<std::int64_t> supply(graph, 0);
  const auto connect = [&](Graph::Node from, Graph::Node to, std::int64_t price, std::int64_t room) {
    const auto arc = graph.addArc(from, to);
    cost[arc] = price;
    upper[arc] = room;
  };
  for (int i = 0; i < round.residents; i++)
    for (int p = round.row_ptr[i]; p < round.row_ptr[i + 1]; p++)
      connect(resident(i), volunteer(round.column[p]), kBestFit - round.fit[p], 1);
  for (int i = 0; i < round.residents; i++) {
    connect(resident(i), sink, kBestFit * round.residents + 1, 1);
    supply[resident(i)] = 1;
  }
  for (int j = 0; j < round.volunteers; j++) connect(volunteer(j), sink, 0, round.capacity[j]);
  supply[sink] = -round.residents;
  const double build_ms = ms_since(began);

  const auto solving = std::clock();
  lemon::NetworkSimplex<Graph, std::int64_t, std::int64_t> simplex(graph);
  simplex.upperMap(upper).costMap(cost).supplyMap(supply).run();
  std::int64_t pairs = 0, fit = 0;
  for (int p = 0; p < round.candidates; p++) {
    if (simplex.flow(graph.arcFromId(p)) == 0) continue;
    pairs += 1;
    fit += round.fit[p];
  }
  const double solve_ms = ms_since(solving);
  std::cout << "{\"build_ms\":" << build_ms << ",\"solve_ms\":" << solve_ms << ",\"pairs\":" << pairs
            << ",\"fit\":" << fit << "}\n";
}
